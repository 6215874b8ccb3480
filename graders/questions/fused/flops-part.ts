/**
 * The FLOP of the fused model, which fusing does not change. They have no function of their own: they are the
 * student's fused intensity times fused bytes, accepted ones or their own.
 */
import { readReal, readReals } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { Trial } from "../../contract/question";
import { makeChoicePart } from "../kit/choice-part";
import { type CurveAnswer, expectCurve, findProbe, isSameCurve } from "../kit/roofline/curve-answer";
import { type CurveInput, listCurveCases } from "../kit/roofline/curve-cases";
import { bytesOf, drop, layerFlops, listMoved, type Span, shares } from "../kit/roofline/intensity-choices";
import { divide, findBytesLines, findFlopsLines, pickSpan } from "../kit/roofline/lines";
import { consultFlops, readFlopsSpan } from "../kit/roofline/own-counts";

/** Of a quotient of two doubles that came from counts. */
const tolerance = 1e-6;

const { activations, weights, slope, samples } = listMoved(true);
const once = {
  activations: activations[0].effect,
  weights: weights[0].effect,
  slope: slope[0].effect,
  samples: samples[0].effect,
};

export const flopsPart = makeChoicePart({
  id: "flops",
  points: "0.4",
  export: "fusedIntensityCurve",
  cases: listCurveCases,
  args: ({ batchSizes, model }: CurveInput) => [batchSizes, model],
  consults: ({ batchSizes, model }) => ({
    ...consultFlops(batchSizes, model),
    ...Object.fromEntries(
      batchSizes.map((size) => [nameBytes(size), { export: "fusedModelBytes", args: [size, model] }]),
    ),
  }),
  read: readReals,
  isSame: isSameCurve,
  probe: findProbe,
  // The share of inputs.
  probeTolerance: 0.035,
  reference: {
    id: "half-multiplied",
    says: "The FLOP behind your fused curve are those of the unfused model, with half of the inputs multiplied by the PReLU.",
  },
  // A multiply-accumulate as one FLOP in the fused model alone is a reduction.
  choices: { share: shares, flops: drop(layerFlops, "mac-as-one"), bytesOf },
  answer: ({ batchSizes, model }, { share, flops, bytesOf: isOwn }, earlier): CurveAnswer | undefined => {
    if (flops === "own" && share !== shares[0].effect) return undefined;
    const spans = batchSizes.flatMap((size): readonly Span[] => {
      const done =
        flops === "own"
          ? readFlopsSpan(earlier, size, model)
          : pickSpan(findFlopsLines(flops(model), model, share), size);
      const moved = isOwn ? readOwnBytes(earlier, size) : findFusedBytes(model, size);
      return done === undefined || moved === undefined ? [] : [divide(done, moved)];
    });
    return spans.length === batchSizes.length ? expectCurve(spans, tolerance, undefined) : undefined;
  },
  rules: [
    {
      id: "reduced-by-fusing",
      kind: "misconception",
      credit: "0",
      says: "Your fused intensity times your fused bytes gives fewer FLOP than the unfused model has.",
      hint: "One kernel or two: which multiplications and additions would fusing spare?",
      accepts: (trials) => trials.every(isReduced),
    },
  ],
});

function findFusedBytes(model: CurveInput["model"], batchSize: number): Span | undefined {
  const lines = findBytesLines(model, once);
  return lines && pickSpan(lines, batchSize);
}

/** Whatever the bytes are: the FLOP are judged. */
function readOwnBytes(earlier: Earlier, batchSize: number): Span | undefined {
  const read = readReal(earlier.answer(nameBytes(batchSize)));
  return read.ok && read.answer > 0 ? { least: read.answer, most: read.answer } : undefined;
}

function nameBytes(batchSize: number): string {
  return `fusedModelBytes/${batchSize}`;
}

/** Less than any accepted count, at every batch size. */
function isReduced({
  input: { batchSizes, model },
  answer,
  earlier,
}: Trial<CurveInput, CurveAnswer>): boolean {
  const fewest = (2 * model.inFeatures - 1) * model.outFeatures;
  return batchSizes.every((size, at) => {
    const flops = Number(answer[at]) * (readOwnBytes(earlier, size)?.most ?? Number.NaN);
    return flops > 0 && flops < fewest * size * (1 - tolerance);
  });
}
