/**
 * The FLOP of the fused model, which fusing does not change. They have no function of their own: they are the
 * student's fused intensity times fused bytes, accepted ones or their own.
 */
import { linearFlops } from "../../../reference/prelu-linear";
import { readReal, readReals } from "../../contract/answers";
import type { Option, Options } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Trial } from "../../contract/question";
import { remember } from "../../contract/remember";
import { choose, effectOf, makeChoicePart } from "../kit/choice-part";
import type { Rounding } from "../kit/public/numbers";
import {
  areTold,
  type CurveAnswer,
  expectCurve,
  findProbe,
  isCoarse,
  isSameCurve,
  rounding,
} from "../kit/roofline/curve-answer";
import { type CurveInput, curveStream, listCurveCases } from "../kit/roofline/curve-cases";
import {
  drop,
  layerFlops,
  listMoved,
  type MovedEffects,
  moveOnce,
  per,
  type Span,
  shares,
  unfusedIntensity,
} from "../kit/roofline/intensity-choices";
import { divide, findBytesLines, findFlopsLines, pickSpan } from "../kit/roofline/lines";
import { consultFlops, readFlopsSpan } from "../kit/roofline/own-counts";
import { outputOnce, outputTwice } from "../kit/roofline/traffic-choices";

/** Of a quotient of two doubles that came from counts. */
const tolerance = 1e-6;

const { activations, weights, slope, samples } = listMoved(true);
const once = moveOnce(true);

/** Bytes below the FLOP, as somebody's curve took them; whether they are right is judged elsewhere. */
type Divisor = Partial<MovedEffects> | "own";

const dividedOtherwise = (id: string, effect: Partial<MovedEffects>) => ({
  id: `divided-by-${id}`,
  effect,
  looksBack: true as const,
  says: "Right: the FLOP stay what they were, though your fused curve divides them by other bytes than the fused ones.",
});

const divisor = choose<Divisor>(
  { id: "fused-bytes", effect: {} },
  { id: "own-bytes", effect: "own", isOwn: true, says: "The bytes are those of your own function." },
  dividedOtherwise("unfused-bytes", { activations: effectOf(activations, unfusedIntensity.id) }),
  dividedOtherwise("reads", { activations: effectOf(activations, "reads-only") }),
  dividedOtherwise("activations", { weights: effectOf(weights, "weights-omitted") }),
  dividedOtherwise("bytes-of-one-sample", { samples: effectOf(samples, "batch-ignored") }),
  dividedOtherwise("bytes-with-weights-per-sample", { weights: effectOf(weights, "weights-per-sample") }),
  dividedOtherwise("bytes-with-output-of-one-sample", { output: outputOnce }),
  dividedOtherwise("bytes-with-output-twice", { output: outputTwice }),
  dividedOtherwise("bytes-with-slope-per-element", { slope: effectOf(slope, "slope-per-element") }),
);

const units = per.map(
  ({ id, effect }): Option<number> => ({
    id,
    effect,
    looksBack: true,
    says: "Right: the FLOP stay what they were, though your fused curve counts bytes in another unit, or numbers of another size.",
  }),
) as unknown as Options<number>;

const quotient = choose<boolean>(
  { id: "flops-over-bytes", effect: false },
  {
    id: "bytes-over-flops",
    effect: true,
    looksBack: true,
    says: "Right: the FLOP stay what they were, though your fused curve divides the bytes by them.",
  },
);

const roundings = rounding.map((option) => ({
  id: option.id,
  effect: option.effect,
  says: "Right: the FLOP stay what they were, as far as your rounded curve shows.",
})) as unknown as Options<Rounding | undefined>;

export const flopsPart = makeChoicePart({
  id: "flops",
  points: "0.4",
  export: "fusedIntensityCurve",
  cases: listCurveCases,
  drawnAs: curveStream,
  args: ({ batchSizes, model }: CurveInput) => [batchSizes, model],
  consults: ({ batchSizes, model }) => ({
    ...consultFlops(batchSizes, model),
    ...Object.fromEntries(
      batchSizes.map((size) => [nameBytes(size), { export: "fusedModelBytes", args: [size, model] }]),
    ),
  }),
  read: readReals,
  isSame: isSameCurve,
  areAlike: areTold,
  probe: findProbe,
  // The share of inputs.
  probeTolerance: 0.035,
  reference: {
    id: "half-multiplied",
    says: "The FLOP behind your fused curve are those of the unfused model, with half of the inputs multiplied by the PReLU.",
  },
  // A multiply-accumulate as one FLOP in the fused model alone is a reduction.
  choices: {
    share: shares,
    flops: drop(layerFlops, "mac-as-one"),
    divisor,
    per: units,
    quotient,
    rounding: roundings,
  },
  answer: (input, effects, earlier): CurveAnswer | undefined => {
    const { batchSizes, model } = input;
    const isHalf = effects.share === shares[0].effect;
    if (effects.flops === "own" && !isHalf) return undefined;
    // Twice the bytes look like half of the FLOP, unless just half of the inputs are multiplied.
    if (effects.per < 1 && (effects.flops === "own" || !isHalf)) return undefined;
    // FLOP are read off curve and bytes: a curve that is not FLOP per byte tells them beside bytes of a fused kernel.
    const spread = findWidestSpread(effects);
    const isRough = isCoarse(effects.rounding);
    // A decimal of a curve that hardly changes is a number typed in.
    if (isRough && effects.divisor === "own" && !isOfFusedKernel(earlier)(input, widestSpread))
      return undefined;
    if (spread < Infinity && (isRough || !isOfFusedKernel(earlier)(input, spread))) return undefined;
    const spans = batchSizes.flatMap((size): readonly Span[] => {
      const done =
        effects.flops === "own"
          ? readFlopsSpan(earlier, size, model)
          : pickSpan(findFlopsLines(effects.flops(model), model, effects.share), size);
      const moved = findBytes(effects.divisor, { batchSize: size, model, earlier });
      if (done === undefined || moved === undefined) return [];
      const { least, most } = divide(done, moved);
      const inUnit = { least: least * effects.per, most: most * effects.per };
      return [effects.quotient ? divide({ least: 1, most: 1 }, inUnit) : inUnit];
    });
    return spans.length === batchSizes.length ? expectCurve(spans, tolerance, effects.rounding) : undefined;
  },
  rules: [
    {
      id: "reduced-by-fusing",
      kind: "misconception",
      credit: "0",
      says: "Your fused intensity times your fused bytes gives fewer FLOP than the unfused model has.",
      hint: "One kernel or two: which multiplications and additions would fusing spare?",
      by: "rule",
      accepts: (trials) => trials.every(isReduced),
    },
  ],
});

interface Quotient {
  readonly divisor: Divisor;
  readonly per: number;
  readonly quotient: boolean;
}

/**
 * How far the fused bytes of a student may lie from the accepted ones, from one batch size to another, for FLOP to be
 * read off a curve that is not FLOP per byte. In two ways at once they make FLOP of many a quotient, unless the bytes are
 * right; so they do with elements of another size, which look like another number of FLOP.
 */
function findWidestSpread({ divisor: moved, per: unit, quotient: isInverted }: Quotient): number {
  if (moved === "own") return Infinity;
  const others = [moved !== divisor[0].effect, unit !== 1, isInverted].filter(Boolean).length;
  if (others === 0) return Infinity;
  if (others === 1) return widestSpread;
  const isOfElements = unit !== 1 && unit < bytesOfLeastUnit;
  return others > 2 || isOfElements ? 0 : spreadOfRight;
}

const widestSpread = 4;
/** A slope or a bias more or less. */
const spreadOfRight = 1.01;
const bytesOfLeastUnit = 1000;

/** Thousands of vectors ask. */
const isOfFusedKernel = remember((earlier: Earlier) => {
  const measure = remember((input: CurveInput) => measureSpread(input, earlier));
  return (input: CurveInput, widest: number): boolean => measure(input) <= widest;
});

/** Of the student's own fused bytes beside accepted ones; none where they are what was moved before. */
function measureSpread({ batchSizes, model }: CurveInput, earlier: Earlier): number {
  const own = batchSizes.map((size) => readOwnBytes(earlier, size)?.least ?? Number.NaN);
  const compare = (moved: Divisor): readonly number[] =>
    batchSizes.map(
      (batchSize, at) =>
        (own[at] ?? Number.NaN) / (findBytes(moved, { batchSize, model, earlier })?.least ?? Number.NaN),
    );
  const isUnfused =
    spreadOf(compare({ activations: effectOf(activations, unfusedIntensity.id) })) < 1 + nearUnfused;
  return isUnfused ? Number.NaN : spreadOf(compare({}));
}

/** As far as rounding takes unfused bytes; what fusing saves changes more from one batch size to another. */
const nearUnfused = 0.02;

const spreadOf = (ratios: readonly number[]): number => Math.max(...ratios) / Math.min(...ratios);

interface Kernel {
  readonly batchSize: number;
  readonly model: CurveInput["model"];
  readonly earlier: Earlier;
}

function findBytes(moved: Divisor, { batchSize, model, earlier }: Kernel): Span | undefined {
  if (moved === "own") return readOwnBytes(earlier, batchSize);
  const lines = findBytesLines(model, { ...once, ...moved });
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

/** Less than any accepted count, at every batch size, and in step with it: a count, not another quotient. */
function isReduced({
  input: { batchSizes, model },
  answer,
  earlier,
}: Trial<CurveInput, CurveAnswer>): boolean {
  const fewest = Number(linearFlops(1, model, { additions: "exact" }));
  const perSample = batchSizes.map(
    (size, at) => (Number(answer[at]) * (readOwnBytes(earlier, size)?.most ?? Number.NaN)) / size,
  );
  const [least, most] = [Math.min(...perSample), Math.max(...perSample)];
  return least > fewest / 8 && most < fewest * (1 - tolerance) && most <= least * (1 + tolerance);
}
