/** FLOP and bytes as lines in the batch size, by the choices that were made. */
import { fractionToNumber } from "../../../../reference/fraction";
import { ridgePoint } from "../../../../reference/roofline";
import { remember } from "../../../contract/remember";
import type { Gpu, PReLULinear } from "../../../contract/value";
import { evaluate, type Line } from "./fit-line";
import type { CountLayer, MovedEffects, Span } from "./intensity-choices";
import { bias, type CountReads, slopeOnce, slopeWithBias } from "./parameter-reads";
import { countTraffic } from "./traffic";
import { type Activations, elementSize } from "./traffic-choices";

/** FLOP with the fewest and with the most inputs multiplied by the PReLU. */
export function findFlopsLines(
  perSample: number,
  { inFeatures }: PReLULinear,
  share: Span,
): readonly [least: Line, most: Line] {
  const lines = [share.least, share.most].map((one) => ({
    perSample: perSample + one * inFeatures,
    perBatch: 0,
  }));
  return lines as unknown as readonly [Line, Line];
}

/** As `ignoresModel` takes FLOP that are not own. */
export function countFlopsAlone(
  flops: CountLayer,
  share: Span,
): ((model: PReLULinear, batchSize: number) => Span) | undefined {
  if (flops === "own") return undefined;
  return (model, batchSize) => pickSpan(findFlopsLines(flops(model), model, share), batchSize);
}

type BytesLines = readonly [least: Line, most: Line] | undefined;

/** Asked for by every vector of options on every case: once for each model and each way to move. */
const rememberLines = remember((model: PReLULinear) =>
  remember((activations: Activations) =>
    remember((weights: CountReads) =>
      remember((slope: CountReads) =>
        remember((output: CountReads) =>
          remember((samples: MovedEffects["samples"]) =>
            listBytesLines(model, { activations, weights, slope, output, samples }),
          ),
        ),
      ),
    ),
  ),
);

/** Bytes without and with the PReLU's single weight, which may be counted or not. */
export function findBytesLines(
  model: PReLULinear,
  { activations, weights, slope, output, samples }: MovedEffects,
): BytesLines {
  return rememberLines(model)(activations)(weights)(slope)(output)(samples);
}

function listBytesLines(model: PReLULinear, moved: MovedEffects): BytesLines {
  const most = fitBytes(model, moved);
  if (most === undefined) return undefined;
  const slopeBytes = [slopeOnce, slopeWithBias].includes(moved.slope) ? 4 : 0;
  return [{ ...most, perBatch: most.perBatch - slopeBytes }, most];
}

function fitBytes(model: PReLULinear, moved: MovedEffects): Line | undefined {
  const rest = { bias: bias[0].effect, elementSize: elementSize[0].effect };
  const effects = { ...moved, ...rest };
  const [one, two] = [1n, 2n].map((b) =>
    countTraffic({ b, i: BigInt(model.inFeatures), o: BigInt(model.outFeatures) }, effects),
  );
  if (one === undefined || two === undefined) return undefined;
  const perSample = Number(two - one);
  return { perSample, perBatch: Number(one) - perSample };
}

export function pickSpan([least, most]: readonly [Line, Line], batchSize: number): Span {
  return { least: evaluate(least, batchSize), most: evaluate(most, batchSize) };
}

/** The least and the most that the quotient can be. */
export function divide(above: Span, below: Span): Span {
  return { least: above.least / below.most, most: above.most / below.least };
}

/** Peak over bandwidth, in FLOP per byte. */
export const findRidge = remember((gpu: Gpu): number => fractionToNumber(ridgePoint(gpu)));
