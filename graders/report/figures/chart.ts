/** The student's own chart of the intensity, drawn again from the points that the grader reads in it. Pure. */
import { notebookBatchSizes } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { FigureSentences } from "../../wording/sentences-shape";
import { findExtent, type Point } from "./d3";
import {
  across,
  type DrawingView,
  describeMark,
  drawLine,
  drawMark,
  drawPlot,
  type FigureView,
  makeLinearAxis,
  upwards,
} from "./drawing";
import { formatNumber } from "./format";
import type { OwnNumbers } from "./own-numbers";

/** Null without a chart that can be read. */
export function viewChart(
  { chart, intensity = [] }: OwnNumbers,
  sentences: FigureSentences,
): FigureView | null {
  if (chart === undefined) return null;
  const { figures } = sentences;
  const curve = intensity.map((y, at): Point => ({ x: notebookBatchSizes[at] ?? 0, y }));
  const missing = curve.filter((point) => !isIn(chart, point));
  return {
    id: "chart",
    kicker: figures.chart,
    chooses: null,
    panels: [
      {
        id: "one",
        label: "",
        title: sayRange(chart, sentences),
        says: [...sayCurve(missing.length, curve.length, sentences), figures.chartDrawn],
        drawing: drawChart(chart, missing, figures),
        legend: [
          describeMark("first", "circle", figures.chartPoint),
          ...(missing.length > 0 ? [describeMark("second", "diamond", figures.chartCurve)] : []),
        ],
        table: {
          head: [figures.batchSize, figures.intensity],
          rows: chart.map(({ x, y }) => ({ name: formatNumber(x), cells: [formatNumber(y)] })),
        },
      },
    ],
  };
}

function sayRange(chart: readonly Point[], { say }: FigureSentences): string {
  const [first, last] = [chart[0], chart.at(-1)];
  const write = (value = 0): string => formatNumber(value);
  return say(figureTemplates.chartFrom, {
    n: chart.length,
    x: write(first?.x),
    y: write(first?.y),
    xLast: write(last?.x),
    yLast: write(last?.y),
  });
}

/** As the grader holds a chart against the curve. */
const sameShare = 0.01;

function isIn(chart: readonly Point[], { x, y }: Point): boolean {
  return chart.some((one) => Math.abs(one.x - x) <= sameShare * x && Math.abs(one.y - y) <= sameShare * y);
}

function sayCurve(missing: number, nAll: number, { say }: FigureSentences): readonly string[] {
  if (nAll === 0) return [];
  return [
    missing === 0
      ? say(figureTemplates.chartOnCurve, { nAll })
      : say(figureTemplates.chartOffCurve, { n: nAll - missing, nAll }),
  ];
}

function drawChart(
  chart: readonly Point[],
  missing: readonly Point[],
  figures: FigureSentences["figures"],
): DrawingView {
  const all = [...chart, ...missing];
  const [, right] = findExtent(all.map(({ x }) => x));
  const [, top] = findExtent(all.map(({ y }) => y));
  const x = makeLinearAxis([0, 1.04 * right], across, figures.batchSize);
  const y = makeLinearAxis([0, 1.1 * top], upwards, figures.intensity);
  const place = (point: Point): Point => ({ x: x.place(point.x), y: y.place(point.y) });
  return drawPlot(x, y, {
    paths: [
      ...missing.map((point) => drawMark("second", "diamond", place(point))),
      drawLine("estimate", chart.map(place)),
      ...chart.map((point) => drawMark("first", "circle", place(point))),
    ],
    texts: [],
  });
}
