/**
 * Judging the intensity curve, unfused or fused: within 1 % of an accepted way of counting, or exactly what follows
 * from the student's own FLOP and bytes. The curve gets no data, so the share of inputs that the PReLU multiplies is
 * free; a program that draws random inputs lands between none and all.
 */
import { intensityCurve } from "../../../../reference/roofline";
import { readReals } from "../../../contract/answers";
import type { Earlier } from "../../../contract/earlier";
import type { Trial } from "../../../contract/question";
import { type ChoicePart, makeChoicePart } from "../choice-part";
import type { Rounding } from "../public/numbers";
import { isShapeReason } from "../remarks";
import {
  areTold,
  type CurveAnswer,
  curveTolerance,
  expectCurve,
  findProbe,
  isCoarse,
  isSameCurve,
  rounding,
} from "./curve-answer";
import { type CurveInput, curveStream, listCurveCases } from "./curve-cases";
import { areFalling, areFlat, areProportional, type Curve, isMisshapen } from "./curve-shapes";
import { evaluate } from "./fit-line";
import {
  bytesOf,
  type CountLayer,
  larger,
  layerFlops,
  listIntensityCollisions,
  listMoved,
  type MovedEffects,
  moveOnce,
  per,
  type Span,
  shares,
} from "./intensity-choices";
import { countFlopsAlone, findBytesLines, findFlopsLines } from "./lines";
import { notebookModel } from "./model-input";
import { consultFlops, consultTraffic, ignoresModel, readFlopsSpan } from "./own-counts";
import { readTraffic } from "./own-traffic";
import { perSample } from "./parameter-reads";
import { type Shape, shape, shapeSentences, upsideDown } from "./shape-sentences";

/** What tells an unfused part from a fused one. */
export interface CurvePartOptions {
  readonly id: string;
  readonly points: string;
  readonly fused: boolean;
  /** The question whose explanation may explain the shape. */
  readonly question: string;
}

export interface CurveEffects extends MovedEffects {
  readonly share: Span;
  readonly flops: CountLayer;
  readonly bytesOf: boolean;
  readonly per: number;
  readonly rounding: Rounding | undefined;
  readonly shape: Shape;
}

type SpanEffects = Omit<CurveEffects, "shape">;

/** Of a curve against what follows exactly from own counts. */
const exactTolerance = 1e-6;

/** Where the shape of own counts is looked at. */
const shapeInput: CurveInput = { batchSizes: [1, 8, 64], model: notebookModel };

/** What varies so little, or is so large, that a decimal less does not show. */
const roundedAway = [
  ...[...larger.map(({ id }) => id), "per-element"].map((id) => ({ per: id })),
  ...["one-prelu-pass-no-weights", "one-prelu-pass-one-output"].map((id) => ({ activations: id })),
  { weights: "weights-omitted" },
  { slope: "bias-moved" },
].map((slip) => ({
  answered: { ...slip, rounding: "one-decimal" },
  because: "the values are so large, or so alike, that a decimal hides nothing",
}));

/** Below one or little above, so that a decimal would leave a digit or none: per bit, or with weights for each sample. */
const isSmall = ({ per: factor, weights }: SpanEffects): boolean => factor <= 1 / 8 || weights === perSample;

/** Own bytes that read the weights for every sample. */
function areOfSamples(earlier: Earlier, fused: boolean): boolean {
  const found = fused ? earlier.reading("fused", "bytes") : earlier.reading("model-bytes");
  return found?.has("weights-per-sample") === true;
}

export const listShapeRules = (fused: boolean) => [
  readShape("flat", areFlat, fused),
  readShape("proportional", areProportional, fused),
  readShape("falling", areFalling, fused),
];

export function makeCurvePart(options: CurvePartOptions): ChoicePart<CurveInput, CurveAnswer> {
  const { id, points, fused, question } = options;
  const moved = listMoved(fused);
  return makeChoicePart({
    id,
    points,
    export: fused ? "fusedIntensityCurve" : "intensityCurve",
    cases: listCurveCases,
    drawnAs: curveStream,
    args: ({ batchSizes, model }: CurveInput) => [batchSizes, model],
    inputOf: ([batchSizes, model]) => ({ batchSizes, model }) as CurveInput,
    consults: (input) => ({ ...consultCounts(input, fused), ...consultCounts(shapeInput, fused) }),
    read: readReals,
    isSame: isSameCurve,
    areAlike: areTold,
    probe: findProbe,
    // The tolerance, the share of inputs, and a decimal.
    probeTolerance: 0.035,
    reference: {
      id: "half-multiplied",
      says: "This follows from the definition, with half of the inputs multiplied by the PReLU.",
    },
    choices: { share: shares, flops: layerFlops, bytesOf, ...moved, per, rounding, shape },
    answer: (input, effects, earlier) => {
      const isOwn = effects.flops === "own" || effects.bytesOf;
      const isAsMoved = Object.entries(moved).every(
        ([name, [reference]]) => effects[name as keyof MovedEffects] === reference.effect,
      );
      if (effects.flops === "own" && effects.share !== shares[0].effect) return undefined;
      if (effects.bytesOf && !isAsMoved) return undefined;
      const isFlat = isSmall(effects) || (effects.bytesOf && areOfSamples(earlier, fused));
      if (isCoarse(effects.rounding) && isFlat) return undefined;
      const spans = findSpans(input, effects, { earlier, fused });
      if (spans === undefined) return undefined;
      if ((effects.shape !== "usual") !== needsReason(isOwn, effects, { earlier, fused })) return undefined;
      if (effects.shape === "explained" && !isShapeReason(earlier.explanation(question))) return undefined;
      const isExact = effects.flops === "own" && effects.bytesOf;
      return expectCurve(spans, isExact ? exactTolerance : curveTolerance, effects.rounding);
    },
    isBlind: ({ bytesOf: isOwn, flops, share }, earlier) =>
      isOwn && ignoresModel(earlier, fused, countFlopsAlone(flops, share)),
    collisions: [...listIntensityCollisions(fused), ...roundedAway],
    rules: [readUpsideDown(fused), ...listShapeRules(fused)],
  });
}

/** FLOP or bytes, or both, may be those of the student's own functions. */
const dividends = [layerFlops[0].effect, "own"] as const;

function readUpsideDown(fused: boolean) {
  const counted = {
    ...moveOnce(fused),
    share: { least: 0, most: 1 },
    per: 1,
    rounding: undefined,
  };
  const isInverse = (
    { input, answer, earlier }: Trial<CurveInput, CurveAnswer>,
    own: Pick<CurveEffects, "flops" | "bytesOf">,
  ): boolean => {
    const spans = findSpans(input, { ...counted, ...own }, { earlier, fused });
    const turned = spans?.map(({ least, most }) => ({ least: 1 / most, most: 1 / least }));
    return turned !== undefined && isSameCurve(expectCurve(turned, curveTolerance, undefined), answer);
  };
  return {
    id: "upside-down",
    kind: "misconception" as const,
    credit: "0.25",
    isExact: true as const,
    ...upsideDown,
    by: "rule" as const,
    accepts: (trials: readonly Trial<CurveInput, CurveAnswer>[]) =>
      dividends.some((flops) =>
        [false, true].some((bytesOf) => trials.every((trial) => isInverse(trial, { flops, bytesOf }))),
      ),
  };
}

function consultCounts({ batchSizes, model }: CurveInput, fused: boolean) {
  return { ...consultFlops(batchSizes, model), ...consultTraffic(batchSizes, model, fused) };
}

/** From the least to the most FLOP per byte at each batch size; `undefined` where own counts are not usable. */
export function findSpans(
  { batchSizes, model }: CurveInput,
  { flops, share, per, ...effects }: SpanEffects,
  { earlier, fused }: { readonly earlier: Earlier; readonly fused: boolean },
): readonly Span[] | undefined {
  const bytes = effects.bytesOf ? undefined : findBytesLines(model, effects);
  if (bytes === undefined && !effects.bytesOf) return undefined;
  const lines = flops === "own" ? undefined : findFlopsLines(flops(model), model, share);
  const spans = batchSizes.flatMap((size): readonly Span[] => {
    const above = lines?.map((line) => evaluate(line, size)) ?? listOwn(readFlopsSpan(earlier, size, model));
    const moved =
      bytes?.[1] === undefined ? readTraffic(earlier, size, model, fused) : evaluate(bytes[1], size);
    if (above === undefined || moved === undefined) return [];
    const [least = Number.NaN, most = Number.NaN] = above.map((one) => (one / moved) * per);
    return [{ least, most }];
  });
  return spans.length === batchSizes.length ? spans : undefined;
}

function listOwn(span: Span | undefined): readonly number[] | undefined {
  return span && [span.least, span.most];
}

/** A curve of a shape that no right one has follows from own counts all right; who saw that has something to say. */
function needsReason(
  isOwn: boolean,
  effects: SpanEffects,
  context: { readonly earlier: Earlier; readonly fused: boolean },
): boolean {
  const spans = isOwn ? findSpans(shapeInput, effects, context) : undefined;
  const values = spans?.map(({ least }) => least);
  return values !== undefined && isMisshapen({ batchSizes: shapeInput.batchSizes, values });
}

function readShape(
  id: keyof typeof shapeSentences,
  has: (curves: readonly Curve[]) => boolean,
  fused: boolean,
) {
  return {
    id,
    kind: "misconception" as const,
    credit: "0.25",
    ...shapeSentences[id],
    by: "rule" as const,
    accepts: (trials: readonly Trial<CurveInput, CurveAnswer>[]) =>
      trials.filter(isLong).every((trial) => isNearSomewhere(trial, fused)) &&
      has(trials.map(({ input, answer }) => ({ batchSizes: input.batchSizes, values: answer.map(Number) }))),
  };
}

/** Two points may both lie where a curve of a wrong shape is far off: its charts ask for them, its own question does not. */
const isLong = ({ input }: Trial<CurveInput, CurveAnswer>): boolean => input.batchSizes.length > 2;

/** Whose slip shows in the shape is near the intensity for some batch; numbers of another size are a curve of nothing. */
function isNearSomewhere({ input, answer }: Trial<CurveInput, CurveAnswer>, fused: boolean): boolean {
  const right = intensityCurve(input.batchSizes, input.model, { fused });
  return right.some((one, at) => {
    const ratio = Number(answer[at]) / one;
    return ratio >= 1 / mostTimes && ratio <= mostTimes;
  });
}

/** Bits for bytes. */
const mostTimes = 8;
