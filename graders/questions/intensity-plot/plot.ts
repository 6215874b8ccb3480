/**
 * Judging the plot: its points show the student's own curve, or one counted in some way, and both axes have a title. A
 * plot is read off, so points agree with a curve within 1 %.
 */
import { readReals } from "../../contract/answers";
import type { AnswerPair, Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Case, Random, Trial } from "../../contract/question";
import { remember } from "../../contract/remember";
import { choose, makeChoicePart } from "../kit/choice-part";
import { findSpans, listShapeRules } from "../kit/roofline/curve";
import {
  areTold,
  asShown,
  type CurveAnswer,
  curveTolerance,
  expectCurve,
  pickInside,
  showsCurve,
} from "../kit/roofline/curve-answer";
import { type CurveInput, curveStream, listCurveCases } from "../kit/roofline/curve-cases";
import { dependOnModel } from "../kit/roofline/curve-shapes";
import {
  drop,
  layerFlops,
  listIntensityCollisions,
  listMoved,
  per,
  shares,
} from "../kit/roofline/intensity-choices";
import { notebookModel } from "../kit/roofline/model-input";

import { type CurveAt, followsCurve } from "./follow";
import type { Legibility, Plot, Point } from "./public/chart";
import { type Line, readOff, standsAlone } from "./public/lines";
import { readPlot } from "./public/plot-spec";

/** What came, or what would come with the curve that it shows. */
interface PlotAnswer extends Plot {
  readonly curve?: CurveAnswer;
  readonly isSwapped?: boolean;
  /** Of the curve at other batch sizes; none of a student's own, which was asked at some only. */
  readonly expectAt?: CurveAt | undefined;
}

const choices = {
  isOwn: choose<boolean>(
    { id: "curve-by-definition", effect: false },
    {
      id: "own-curve",
      effect: true,
      isOwn: true,
      says: "The chart shows your own curve.",
    },
  ),
  share: shares,
  flops: drop(layerFlops, "own-flops"),
  ...listMoved(false),
  per,
  legibility: choose<Legibility>(
    { id: "titled-axes", effect: "titled" },
    {
      id: "untitled-axes",
      effect: "untitled",
      credit: "0.75",
      says: "The points are right, and at least one axis has no title.",
      hint: "A reader who sees only the chart: how would they know what each axis is, and in which unit?",
    },
    {
      id: "unclear-axes",
      effect: "unclear",
      credit: "0.75",
      says: "The points are right, and the axes do not show them: a title that names something else, no numbers, or a scale that leaves out, turns round or squeezes the curve.",
      hint: "A reader who sees only the chart: could they read off the intensity of each batch size, and see how it grows?",
    },
  ),
  isSwapped: choose<boolean>(
    { id: "batch-size-across", effect: false },
    {
      id: "axes-swapped",
      effect: true,
      credit: "0.5",
      says: "The chart has the intensity on the horizontal axis and the batch size on the vertical one.",
      hint: "Which of the two do you choose, and which follows from it? The chosen one belongs on the horizontal axis.",
    },
  ),
};

/** Whose first values tell whether a student's own curve looks at the model. */
const probes: readonly CurveInput[] = [
  { batchSizes: [1, 4], model: notebookModel },
  { batchSizes: [1, 4], model: { inFeatures: 24, outFeatures: 7 } },
];

const askCurve = ({ batchSizes, model }: CurveInput) => ({
  export: "intensityCurve",
  args: [batchSizes, model],
});

export const plotPart = makeChoicePart({
  id: "plot",
  points: "1",
  export: "intensityPlot",
  cases: listPlotCases,
  drawnAs: curveStream,
  args: ({ batchSizes, model }: CurveInput) => [batchSizes, model],
  consults: (input) => ({
    curve: askCurve(input),
    ...Object.fromEntries(probes.map((probe, at) => [`probe-${at}`, askCurve(probe)])),
  }),
  read: readPlot,
  isSame: (expected, came, input) => findShown(expected, came, input) !== undefined,
  // A chart of the student's own curve is held against that alone.
  areAlike: (pairs: readonly AnswerPair<PlotAnswer>[]) =>
    areTold(
      pairs.flatMap(({ expected, came, input }) =>
        expected.expectAt === undefined ? [] : (findShown(expected, came, input as CurveInput) ?? []),
      ),
    ),
  probe: () => Number.NaN,
  reference: {
    id: "half-multiplied",
    says: "The chart has titled axes, and its points follow from the definition, with half of the inputs multiplied by the PReLU.",
  },
  choices,
  answer: (input, { isOwn, legibility, isSwapped, ...effects }, earlier): PlotAnswer | undefined => {
    const curve = isOwn ? findOwnCurve(effects, earlier) : countCurve(input, effects, earlier);
    if (curve === undefined) return undefined;
    const points = input.batchSizes.map((size, at): Point => {
      const value = pickInside(curve[at] ?? Number.NaN);
      return isSwapped ? { x: value, y: size } : { x: size, y: value };
    });
    const axes = { across: legibility, swapped: legibility };
    const expectAt: CurveAt | undefined = isOwn
      ? undefined
      : (batchSizes) => countCurve({ ...input, batchSizes }, effects, earlier);
    return { series: [points], axes, isSwapped, curve, expectAt };
  },
  collisions: listIntensityCollisions(false),
  rules: listShapeRules(false).map((rule) => ({
    ...rule,
    by: "rule",
    accepts: (trials: readonly PlotTrial[]) =>
      trials.every(({ answer }) => answer.axes.across === "titled") && someSeries(trials, rule.accepts),
  })),
});

type PlotTrial = Trial<CurveInput, PlotAnswer>;
type CountedEffects = Omit<Effects<typeof choices>, "isOwn" | "legibility" | "isSwapped">;

/** A plot takes more to send than a curve: four cases do. */
function listPlotCases(random: Random): readonly Case<CurveInput>[] {
  const cases = listCurveCases(random);
  return [...cases.filter(({ source }) => source !== "random").slice(0, 2), ...cases.slice(-2)];
}

function countCurve(input: CurveInput, effects: CountedEffects, earlier: Earlier): CurveAnswer | undefined {
  const spans = findSpans(
    input,
    { ...effects, bytesOf: false, rounding: undefined },
    { earlier, fused: false },
  );
  return spans && expectCurve(spans, curveTolerance, undefined);
}

/** One that does not depend on the model carries nothing. */
function findOwnCurve(effects: CountedEffects, earlier: Earlier): CurveAnswer | undefined {
  const isAsCounted = Object.entries(effects).every(
    ([name, effect]) => effect === choices[name as keyof CountedEffects][0].effect,
  );
  const own = ["curve", ...probes.map((_, at) => `probe-${at}`)].map((name) =>
    readReals(earlier.answer(name)),
  );
  const [curve, ...probed] = own.map((read) => (read.ok ? read.answer : []));
  const starts = probes.map(({ batchSizes }, at) => ({ batchSizes, values: probed[at] ?? [] }));
  return isAsCounted && dependOnModel(starts) && curve?.length ? curve : undefined;
}

/** The line that shows what is expected, if one does, with what it is held against. */
function findShown(
  expected: PlotAnswer,
  came: PlotAnswer,
  input: CurveInput,
): AnswerPair<CurveAnswer> | undefined {
  const { batchSizes } = input;
  const { curve, isSwapped, expectAt } = expected;
  const side = isSwapped ? "swapped" : "across";
  if (curve === undefined || !isAsLegible(expected.axes[side], came.axes[side])) return undefined;
  const shown = readLines(came)
    [side](input)
    .find((line) => showsCurve(curve, line.values) && followsCurve(line.points, batchSizes, expectAt));
  return shown && { expected: asShown(curve, shown.values), came: shown.values, input };
}

/** The lines of a chart that stand for an answer, read once: every way of counting is held against them. */
const readLines = remember(({ series }: PlotAnswer) => ({
  across: remember(({ batchSizes }: CurveInput) => listAlone(series, batchSizes)),
  swapped: remember(({ batchSizes }: CurveInput) =>
    listAlone(
      series.map((points) => points.map(({ x, y }) => ({ x: y, y: x }))),
      batchSizes,
    ),
  ),
}));

function listAlone(series: readonly (readonly Point[])[], batchSizes: readonly number[]): readonly Line[] {
  const lines = series.map((points): Line => ({ points, values: readOff(points, batchSizes) }));
  return lines.filter((line) => standsAlone(line, lines, batchSizes));
}

/** What a scale leaves out or squeezes, it may show of another model. */
function isAsLegible(expected: Legibility, came: Legibility): boolean {
  return expected === came || (expected === "unclear" && came === "titled");
}

/** Whether the curves read off the first series of every plot, or off the second …, have a property together. */
function someSeries(
  trials: readonly PlotTrial[],
  has: (curves: readonly Trial<CurveInput, CurveAnswer>[]) => boolean,
): boolean {
  const fewest = Math.min(...trials.map(({ answer }) => answer.series.length));
  return Array.from({ length: fewest }, (_, index) => index).some((index) =>
    has(
      trials.map((trial) => ({
        ...trial,
        answer: readOff(trial.answer.series[index] ?? [], trial.input.batchSizes),
      })),
    ),
  );
}
