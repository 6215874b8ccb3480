/**
 * Judging the plot: its points show the student's own curve, or an accepted one, and both axes have a title. A plot is
 * read off, so points agree with a curve within 1 %.
 */
import { isClose, isCloseList, readReals } from "../../contract/answers";
import type { CallPart, Case, Random, Reading, Trial } from "../../contract/question";
import { readByConvention } from "../kit/roofline/conventions";
import { curveTolerance } from "../kit/roofline/curve-answer";
import { type CurveInput, listCurveCases } from "../kit/roofline/curve-cases";
import { areDrawn, type CurveTrial, followConvention, listCurves } from "../kit/roofline/curve-rules";
import {
  areFalling,
  areFlat,
  areProportional,
  type Curve,
  dependOnModel,
} from "../kit/roofline/curve-shapes";
import { findCurve } from "../kit/roofline/known-answers";
import { type Plot, type Point, readPlot } from "./plot-spec";

type PlotTrial = Trial<CurveInput, Plot>;
type PlotReading = Reading<CurveInput, Plot>;

export const plotPart: CallPart<CurveInput, Plot> = {
  kind: "call",
  id: "plot",
  points: "1",
  export: "intensityPlot",
  cases: listPlotCases,
  args: ({ batchSizes, model }) => [batchSizes, model],
  consults: ({ batchSizes, model }) => ({ curve: { export: "intensityCurve", args: [batchSizes, model] } }),
  read: readPlot,
  isSame: (expected, came, { batchSizes }) =>
    came.isTitled &&
    came.series.some((points) =>
      agree(readOff(expected.series[0] ?? [], batchSizes), readOff(points, batchSizes)),
    ),
  readings: listReadings(),
};

/** A plot takes more to send than a curve: four cases do. */
function listPlotCases(random: Random): readonly Case<CurveInput>[] {
  const cases = listCurveCases(random);
  return [...cases.filter(({ source }) => source !== "random").slice(0, 2), ...cases.slice(-2)];
}

function listReadings(): readonly PlotReading[] {
  const isRight = (trials: readonly CurveTrial[]) =>
    followConvention(trials, findCurve) || areDrawn(trials, false);
  const areTitled = (trials: readonly PlotTrial[]) => trials.every(({ answer }) => answer.isTitled);
  const hasShape = (has: (curves: readonly Curve[]) => boolean) => (trials: readonly PlotTrial[]) =>
    areTitled(trials) && someSeries(trials, (curves) => has(listCurves(curves)));
  return [
    ...readByConvention<CurveInput, Plot>((input, options) => ({
      series: [pairPoints(input.batchSizes, findCurve(input, options))],
      isTitled: true,
    })),
    {
      id: "drawn-data",
      kind: "convention",
      credit: "1",
      accepts: (trials) => areTitled(trials) && someSeries(trials, (curves) => areDrawn(curves, false)),
    },
    {
      id: "own-curve",
      kind: "carried",
      credit: "1",
      accepts: (trials) => areTitled(trials) && someSeries(trials, followOwnCurve),
    },
    {
      id: "untitled-axes",
      kind: "misconception",
      credit: "0.75",
      accepts: (trials) =>
        !areTitled(trials) && someSeries(trials, (curves) => isRight(curves) || followOwnCurve(curves)),
    },
    {
      id: "axes-swapped",
      kind: "misconception",
      credit: "0.5",
      accepts: (trials) =>
        someSeries(trials.map(transpose), (curves) => isRight(curves) || followOwnCurve(curves)),
    },
    { id: "flat", kind: "misconception", credit: "0.25", accepts: hasShape(areFlat) },
    { id: "proportional", kind: "misconception", credit: "0.25", accepts: hasShape(areProportional) },
    { id: "falling", kind: "misconception", credit: "0.25", accepts: hasShape(areFalling) },
  ];
}

/** Whether the curves read off the first series of every plot, or off the second …, have a property together. */
function someSeries(trials: readonly PlotTrial[], has: (curves: readonly CurveTrial[]) => boolean): boolean {
  const fewest = Math.min(...trials.map(({ answer }) => answer.series.length));
  return Array.from({ length: fewest }, (_, index) => index).some((index) => {
    const curves = trials.map((trial) => ({
      ...trial,
      answer: readOff(trial.answer.series[index] ?? [], trial.input.batchSizes),
    }));
    return has(curves);
  });
}

/** The value above each batch size; NaN where there is no point, or two that disagree. */
function readOff(points: readonly Point[], batchSizes: readonly number[]): readonly number[] {
  return batchSizes.map((size) => {
    const [first, ...more] = points.filter(({ x }) => x === size).map(({ y }) => y);
    return first !== undefined && more.every((y) => isClose(first, y, curveTolerance)) ? first : Number.NaN;
  });
}

function agree(expected: readonly number[], came: readonly number[]): boolean {
  return isCloseList(expected, came, curveTolerance);
}

/** A curve of its own that does not depend on the model carries nothing. */
function followOwnCurve(curves: readonly CurveTrial[]): boolean {
  const own = curves.map(({ input, earlier }) => {
    const read = readReals(earlier.answer("curve"));
    return { batchSizes: input.batchSizes, values: read.ok ? read.answer : [] };
  });
  return dependOnModel(own) && curves.every(({ answer }, at) => agree(own[at]?.values ?? [], answer));
}

function pairPoints(xs: readonly number[], ys: readonly number[]): readonly Point[] {
  return xs.map((x, at) => ({ x, y: ys[at] ?? Number.NaN }));
}

function transpose(trial: PlotTrial): PlotTrial {
  const series = trial.answer.series.map((points) => points.map(({ x, y }) => ({ x: y, y: x })));
  return { ...trial, answer: { ...trial.answer, series } };
}
