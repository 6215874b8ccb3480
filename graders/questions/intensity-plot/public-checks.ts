/** What a student can check alone about the curve and its plot: shapes, and the student's own FLOP and bytes. */
import { readReals } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";
import { findCurveMismatch, makeCurveCalls } from "../kit/public/curve";
import { isNear, isRoundedBetween, shownRounding } from "../kit/public/numbers";
import { largeModel } from "../kit/public/own-counts";
import type { Plot } from "./public/chart";
import { type Line, readingTolerance, readOff, standsAlone } from "./public/lines";
import { readPlot } from "./public/plot-spec";

const model = { inFeatures: 6, outFeatures: 10 };
const batchSizes = [1, 3, 6];
const curve = { export: "intensityCurve", args: [batchSizes, model] };
const plot = { export: "intensityPlot", args: [batchSizes, model] };

/** Where another draw of the inputs' signs changes next to nothing. */
const largeCurve = { ...curve, args: [batchSizes, largeModel] };
const largePlot = { ...plot, args: [batchSizes, largeModel] };

/** Nothing where there are no such numbers. */
function readCurve(answer: Value): readonly number[] {
  const read = readReals(answer);
  const isWhole =
    read.ok && read.answer.length === batchSizes.length && read.answer.every((value) => value > 0);
  return isWhole ? read.answer : [];
}

/** Whether what the chart shows is right; a chart that cannot be read is told by itself. */
function checkPlot(spec: Value, isRight: (plot: Plot) => boolean): boolean {
  const read = readPlot(spec);
  return read.ok && isRight(read.answer);
}

const isShownAs = (value: number, shown: number): boolean =>
  isNear(shown, value, readingTolerance) || isRoundedBetween(shown, value, value, shownRounding);

/** Beside the line of the curve only what lies above it, or is the same throughout. */
function showsCurve({ series }: Plot, values: readonly number[]): boolean {
  const lines = series.map((points): Line => ({ points, values: readOff(points, batchSizes) }));
  return lines.some(
    (line) =>
      line.values.every((value, at) => isShownAs(values[at] ?? Number.NaN, value)) &&
      standsAlone(line, lines, batchSizes),
  );
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "one-value-each",
    says: "three batch sizes give three positive numbers",
    calls: [curve],
    findMismatch: ([answer]) => (readCurve(answer).length > 0 ? null : "a list of three positive numbers"),
  },
  {
    id: "order-kept",
    says: "the values keep the order of the batch sizes and rise with them: asked in reverse, they fall",
    calls: [curve, { ...curve, args: [[...batchSizes].reverse(), model] }],
    findMismatch: ([forwards, backwards]) => {
      const [values, reversed] = [readCurve(forwards), readCurve(backwards)];
      const isRising =
        values.length > 0 && values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
      return isRising && values.every((value, at) => value === reversed.at(-1 - at))
        ? null
        : "values that rise with the batch size, and the same ones in reverse";
    },
  },
  {
    id: "saturates",
    says: "the curve flattens: six samples together have less than six times the intensity of one",
    calls: [curve],
    findMismatch: ([answer]) => {
      const [one = Number.NaN, three = Number.NaN, six = Number.NaN] = readCurve(answer);
      return three < 2.95 * one && six < 1.95 * three
        ? null
        : "less than in proportion to the batch size: which bytes grow with it?";
    },
  },
  {
    id: "own-counts",
    says: "the curve is your own modelFlops divided by your own modelBytes, at batch sizes up to 1000",
    calls: makeCurveCalls("intensityCurve", "modelBytes"),
    findMismatch: findCurveMismatch,
  },
  {
    id: "readable-chart",
    says: "the chart is a Vega-Lite spec of the allowed kind, with data inline and points that can be seen",
    calls: [plot],
    read: readPlot,
    findMismatch: ([spec]) => (readPlot(spec).ok ? null : "a chart as the assignment describes it"),
  },
  {
    id: "titled-axes",
    says: "both axes of the chart have a title that can be seen",
    calls: [plot],
    read: readPlot,
    findMismatch: ([spec]) =>
      checkPlot(spec, ({ axes }) => axes.across !== "untitled")
        ? null
        : "a title in encoding.x and encoding.y",
  },
  {
    id: "legible-axes",
    says: "the axes show the curve: their titles name batch size and intensity, with numbers, and no scale cuts off or squeezes it",
    calls: [plot],
    read: readPlot,
    findMismatch: ([spec]) =>
      checkPlot(spec, ({ axes }) => axes.across !== "unclear")
        ? null
        : "the batch size across and the intensity upwards, each named in its title, and all of the curve in view",
  },
  {
    id: "same-as-curve",
    says: "the chart shows the values of your intensityCurve, above the batch sizes 1, 3 and 6",
    calls: [largeCurve, largePlot],
    findMismatch: ([answer, spec]) =>
      checkPlot(spec, (read) => showsCurve(read, readCurve(answer)))
        ? null
        : "one line through the points of your own curve, with the batch size on the horizontal axis",
  },
];
