/** Ways to count the parameters: the exact count, its roundings, and counts with something left out or too much. */
import type { ParameterTensor } from "../../../reference/convnextv2/parameters";
import {
  countParameters,
  isClassifier,
  isConvOrLinear,
  isLayerBias,
} from "../../../reference/convnextv2/parameters";
import { type Count, isClose, isSameCount } from "../../contract/answers";
import type { Reading, RuleReading } from "../../contract/question";
import { remember } from "../../contract/remember";
import type { ConvNeXtV2 } from "../../contract/value";
import { saysRounded } from "../kit/remarks";

type CountReading = Reading<ConvNeXtV2, Count>;

function misconception(id: string, credit: string, answer: (arch: ConvNeXtV2) => Count): CountReading {
  return { id, kind: "misconception", credit, answer: remember(answer) };
}

/** The true count, remembered per architecture. */
export const countTrue = remember((arch: ConvNeXtV2) => countParameters(arch));

function without(
  id: string,
  credit: string,
  isForgotten: (tensor: ParameterTensor) => boolean,
): CountReading {
  return misconception(id, credit, (arch) => countParameters(arch, (tensor) => !isForgotten(tensor)));
}

/** Sum over all blocks of something that depends on the block's channels. */
function sumOverBlocks({ depths, dims }: ConvNeXtV2, perBlock: (channels: bigint) => bigint): bigint {
  return dims.reduce((sum, dim, stage) => sum + BigInt(depths[stage] ?? 0) * perBlock(BigInt(dim)), 0n);
}

/** "197.96M", "198M", or a few significant digits, as a number or in millions; 197.96 * 1e6 is no whole number. */
export function isRounded(exact: number, came: number): boolean {
  const steps = [1e3, 1e4, 1e5, 1e6].map((step) => Math.round(exact / step) * step);
  const significant = [3, 4, 5, 6].map((digits) => Number(exact.toPrecision(digits)));
  const millions = [0, 1, 2, 3].map((places) => Number((exact / 1e6).toFixed(places)));
  return [...steps, ...significant, ...millions].some((rounded) => isClose(rounded, came, 1e-12));
}

function rounded(
  base: Pick<CountReading, "id" | "kind" | "credit">,
  isAllowed: (text: string) => boolean,
): RuleReading<ConvNeXtV2, Count> {
  return {
    ...base,
    accepts: (trials) =>
      trials.every(
        ({ input, answer, earlier }) =>
          isRounded(Number(countTrue(input)), Number(answer)) && isAllowed(earlier.explanation("parameters")),
      ),
  };
}

/** Counts without one kind of tensor, whichever of some it is. */
function withoutOneOf(
  id: string,
  credit: string,
  kinds: readonly ((tensor: ParameterTensor) => boolean)[],
): RuleReading<ConvNeXtV2, Count> {
  const counts = kinds.map((isForgotten) =>
    remember((arch: ConvNeXtV2) => countParameters(arch, (tensor) => !isForgotten(tensor))),
  );
  return {
    id,
    kind: "misconception",
    credit,
    accepts: (trials) =>
      counts.some((count) => trials.every(({ input, answer }) => isSameCount(count(input), answer))),
  };
}

const isNormOf =
  (layer: RegExp) =>
  (tensor: ParameterTensor): boolean =>
    tensor.kind === "layer-norm" && layer.test(tensor.layer);

const isBiasOf =
  (layer: RegExp) =>
  (tensor: ParameterTensor): boolean =>
    tensor.role === "bias" && layer.test(tensor.layer);

export const countReadings: readonly CountReading[] = [
  { id: "exact-count", kind: "reference", credit: "1", answer: countTrue },
  rounded({ id: "rounded", kind: "convention", credit: "1" }, saysRounded),
  rounded({ id: "rounded-silently", kind: "misconception", credit: "0.75" }, () => true),
  // ConvNeXt V1 has a layer scale of c factors where V2 has GRN's 8c: Liu et al., "A ConvNet for the 2020s" (2022).
  misconception("v1-count", "0.75", (arch) => countParameters(arch, () => true, { scaling: "layer-scale" })),
  without("grn-forgotten", "0.75", ({ kind }) => kind === "grn"),
  misconception(
    "narrow-grn",
    "0.75",
    (arch) => countParameters(arch) - sumOverBlocks(arch, (channels) => 6n * channels),
  ),
  withoutOneOf("half-of-grn-forgotten", "0.75", [({ kind, role }) => kind === "grn" && role === "bias"]),
  withoutOneOf("some-norms-forgotten", "0.75", [/^head/, /^stem/, /downsample/, /blocks/].map(isNormOf)),
  withoutOneOf(
    "some-biases-forgotten",
    "0.75",
    [/^head\.fc$/, /^stem\.0$/, /downsample\.1$/, /conv_dw$/].map(isBiasOf),
  ),
  without("classifier-forgotten", "0.5", isClassifier),
  without("head-forgotten", "0.5", ({ layer }) => layer.startsWith("head.")),
  without("biases-forgotten", "0.5", isLayerBias),
  without("all-biases-forgotten", "0.5", ({ role }) => role === "bias"),
  // What FlopCo's `stats.total_params` adds up, for one: it visits Conv2d and Linear only.
  without("conv-and-linear-only", "0.5", (tensor) => !isConvOrLinear(tensor)),
  without("bare-weights", "0.5", (tensor) => !isConvOrLinear(tensor) || tensor.role === "bias"),
  without("norms-forgotten", "0.5", ({ kind }) => kind === "layer-norm"),
  without("stem-forgotten", "0.5", ({ layer }) => layer.startsWith("stem.")),
  without("downsampling-forgotten", "0.5", ({ layer }) => layer.includes(".downsample.")),
  misconception(
    "full-depthwise",
    "0.5",
    (arch) => countParameters(arch) + sumOverBlocks(arch, (channels) => 49n * channels * (channels - 1n)),
  ),
  misconception("thousand-classes", "0.5", (arch) => countParameters({ ...arch, numClasses: 1000 })),
  misconception("three-channels", "0.5", (arch) => countParameters({ ...arch, inChannels: 3 })),
  misconception("imagenet-only", "0.5", (arch) =>
    countParameters({ ...arch, inChannels: 3, numClasses: 1000 }),
  ),
  misconception("one-block-per-stage", "0.25", (arch) =>
    countParameters({ ...arch, depths: arch.depths.map(() => 1) }),
  ),
];
