/** The two halves of a convolution question: one exported function, judged for its MACs and for its FLOPs. */
import type { Option, Options } from "../../../contract/choice";
import type { Case, Random } from "../../../contract/question";
import type { ConvLayer } from "../../../contract/value";
import { type ChoicePart, choose, makeChoicePart } from "../choice-part";
import { flopsLabel, type Label, macsLabel, ownMacsRules, type TrueCount } from "./labels";
import { isSameOpCount, type OpCountAnswer, type OpField, readOpCount } from "./op-count";
import { type CountPixels, pixels } from "./pixels";
import {
  additions,
  type BiasCost,
  bias,
  type CountAdditions,
  type CountBias,
  type CountTaps,
  type DotProducts,
  taps,
} from "./sums";

/** What the channels make of a layer. */
export interface Filters {
  /** Output channels, each a plane of outputs. */
  readonly count: bigint;
  /** Kernels of one channel that an output takes in. */
  readonly kernels: bigint;
  /** Multiplications of an output besides those of its kernels: the pointwise part of a separable block. */
  readonly more?: bigint;
}

export type CountFilters = (layer: ConvLayer) => Filters;

export interface ConvolutionPlan {
  readonly export: string;
  listCases(random: Random): readonly Case<ConvLayer>[];
  readonly filters: Options<CountFilters>;
  /** Ways of adding up that only this convolution has; they show in the FLOPs. */
  readonly additions?: readonly Option<CountAdditions>[];
  readonly bias?: readonly Option<CountBias>[];
}

interface Effects {
  readonly pixels: CountPixels;
  readonly filters: CountFilters;
  readonly kernel: (kernel: bigint) => bigint;
  readonly taps: CountTaps;
  readonly additions: CountAdditions;
  readonly bias: CountBias;
  readonly label: Label;
}

const kernel = choose<(kernel: bigint) => bigint>(
  { id: "both-sides", effect: (side) => side * side },
  {
    id: "kernel-once",
    effect: (side) => side,
    credit: "0.25",
    says: "You counted the kernel along one side only.",
    hint: "The kernel is two-dimensional: how many weights does it have per channel?",
  },
);

export const unexplainedFlops =
  "The FLOP do not follow from the layer. Take a single output value: how many multiplications is it made of, and how many additions? Then count how many such values there are.";

/** Half a point each. */
export function makeParts({ filters, ...plan }: ConvolutionPlan) {
  const { listCases, export: exportName } = plan;
  const makePart = (
    field: OpField,
    label: Options<Label>,
    reference: { readonly id: string; readonly says: string },
  ): ChoicePart<ConvLayer, OpCountAnswer> =>
    makeChoicePart({
      id: field,
      points: "0.5",
      export: exportName,
      cases: listCases,
      args: (layer: ConvLayer) => [layer],
      read: (value) => readOpCount(value, field),
      isSame: isSameOpCount,
      probe: (answer: OpCountAnswer) => Number(answer[field]),
      reference,
      choices: {
        pixels,
        filters,
        kernel,
        taps,
        additions: [
          ...additions,
          ...((field === "flops" && plan.additions) || []),
        ] as Options<CountAdditions>,
        bias: [...bias, ...((field === "flops" && plan.bias) || [])] as Options<CountBias>,
        label,
      },
      answer,
      ...(field === "flops" ? { rules: ownMacsRules } : {}),
    });
  return [
    makePart("macs", macsLabel, {
      id: "mac-per-tap",
      says: "Right: one MAC per weight of the filter and output value.",
    }),
    makePart("flops", flopsLabel, {
      id: "two-flops-per-mac",
      says: "Right: each MAC is a multiplication and an addition, two FLOPs.",
    }),
  ] as const;
}

function answer(layer: ConvLayer, effects: Effects): OpCountAnswer | undefined {
  const products = countProducts(layer, effects);
  const added = products && effects.additions(products);
  const cost = products && effects.bias(products);
  if (products === undefined || added === undefined || cost === undefined) return undefined;
  const count = { macs: products.macs + cost.macs, flops: products.macs + added + cost.flops };
  return isTold(effects, count, cost) ? effects.label(count) : undefined;
}

/** An answer without FLOPs tells nothing about options that change nothing else. */
function isTold({ label, additions: rule }: Effects, count: TrueCount, cost: BiasCost): boolean {
  const showsFlops = !isSameOpCount(label(count), label({ ...count, flops: count.flops + 1n }));
  return showsFlops || (rule === additions[0].effect && (cost.macs > 0n || cost.flops === 0n));
}

/** Padded zeros can be told from others only where the output and the kernel are those of the layer. */
function countProducts(layer: ConvLayer, effects: Effects): DotProducts | undefined {
  const planePixels = effects.pixels(layer);
  const { count, kernels, more = 0n } = effects.filters(layer);
  const valid = effects.taps(layer);
  const isAsStated = effects.pixels === pixels[0].effect && effects.kernel === kernel[0].effect;
  if (valid !== undefined && !isAsStated) return undefined;
  const planeTaps = valid?.taps ?? planePixels * effects.kernel(BigInt(layer.kernel));
  const outputs = planePixels * count;
  return {
    layer,
    macs: count * (planeTaps * kernels + planePixels * more),
    outputs,
    reached: (valid?.reached ?? planePixels) * count,
    inARow: more === 0n ? 1n : 2n,
  };
}
