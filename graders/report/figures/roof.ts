/**
 * Where the student's model lands under the roofs of some GPUs: attainable speed over arithmetic intensity, both
 * logarithmic. Source: Williams, Waterman and Patterson, "Roofline" (2009). Pure.
 */
import { type GpuKey, gpus, type KnownGpu } from "../../../reference/gpus";
import { notebookBatchSizes } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { FigureSentences } from "../../wording/sentences-shape";
import { findExtent, type Point, round } from "./d3";
import { drawMended, type Mend, type MendedSeries, sayMended, sayMendedTitle } from "./draw-mended";
import {
  across,
  describeMark,
  drawLine,
  drawMark,
  drawPlot,
  type FigureView,
  makeLogAxis,
  type PanelView,
  type PathView,
  plot,
  type TableView,
  type TextView,
  upwards,
  write,
  writeSoftly,
} from "./drawing";
import { formatNumber } from "./format";
import { shortNames } from "./gpu-names";
import type { OwnNumbers } from "./own-numbers";
import { listSeries, type Series } from "./series";

/** One of each kind that courses meet, the notebook's first. */
const drawn: readonly GpuKey[] = ["t4", "rtx3090", "a100At40GB", "h100Sxm"];
const tera = 1e12;

/** Null without an intensity. @param mend where the reference's points are to stand beside the student's */
export function viewRoof(own: OwnNumbers, sentences: FigureSentences, mend?: Mend): FigureView | null {
  const series = listSeries([own.intensity, own.fusedIntensity], sentences.figures);
  if (series.length === 0) return null;
  const mended = series.flatMap((one) =>
    mend === undefined
      ? []
      : [{ series: one, mended: mend(one, one.isFused ? own.fusedMovedBytes : own.movedBytes) }],
  );
  return {
    id: "roof",
    kicker: sentences.figures.roof,
    chooses: sentences.figures.chooseGpu,
    panels: drawn.map((key) => viewPanel({ key, gpu: gpus[key], series, mended }, sentences)),
  };
}

interface Landing {
  readonly key: GpuKey;
  readonly gpu: KnownGpu;
  readonly series: readonly Series[];
  /** The same series; none without reference values. */
  readonly mended: readonly MendedSeries[];
}

function viewPanel({ key, gpu, series, mended }: Landing, sentences: FigureSentences): PanelView {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const name = shortNames[key];
  return {
    id: key,
    label: name,
    title: sayMendedTitle(mended, name, sentences) ?? sayTitle(series, { name, ridge }, sentences),
    says: [
      ...mended.map((one) => sayMended(one, sentences)),
      sayMost(series, { name, ridge }, sentences),
      ...sayFused(series, sentences),
    ],
    drawing: drawRoof({ gpu, series, mended }, sentences),
    legend: [
      ...series.map(({ role, shape, label }) => describeMark(role, shape, label)),
      ...mended
        .filter(({ mended: { slip } }) => slip !== null)
        .map(({ series: { role, shape, label } }) =>
          describeMark(`mended-${role}`, shape, `${label}, ${sentences.figures.mended}`),
        ),
    ],
    table: tabulate({ gpu, series, mended }, sentences),
  };
}

interface Ridge {
  readonly name: string;
  /** In FLOP per byte. */
  readonly ridge: number;
}

function sayTitle(series: readonly Series[], { name, ridge }: Ridge, { say }: FigureSentences): string {
  const all = series.flatMap(({ values }) => values);
  const beyond = all.filter((intensity) => intensity >= ridge).length;
  if (beyond === 0) return say(figureTemplates.roofMemory, { gpu: name });
  if (beyond === all.length) return say(figureTemplates.roofArithmetic, { gpu: name });
  return say(figureTemplates.roofBoth, { gpu: name, n: beyond, nAll: all.length });
}

function sayMost(series: readonly Series[], { name, ridge }: Ridge, { say }: FigureSentences): string {
  const all = series.flatMap(({ values, isFused }) =>
    values.map((intensity, at) => ({ intensity, isFused, batch: notebookBatchSizes[at] ?? 0 })),
  );
  const [most] = all.sort((a, b) => b.intensity - a.intensity);
  const { intensity = 0, batch = 0, isFused = false } = most ?? {};
  return say(isFused ? figureTemplates.roofMostFused : figureTemplates.roofMost, {
    gpu: name,
    ridge: formatNumber(ridge),
    intensity: formatNumber(intensity),
    batch,
  });
}

/** What is closer than this looks the same. */
const sameShare = 0.01;

function sayFused([unfused, fused]: readonly Series[], { say }: FigureSentences): readonly string[] {
  const [before, after] = [unfused?.values.at(-1), fused?.values.at(-1)];
  if (before === undefined || after === undefined) return [];
  const factor = after / before;
  const values = { batch: notebookBatchSizes.at(-1) ?? 0, factor: formatNumber(factor) };
  if (factor > 1 + sameShare) return [say(figureTemplates.roofFusedRight, values)];
  if (factor < 1 - sameShare) return [say(figureTemplates.roofFusedLeft, values)];
  return [say(figureTemplates.roofFusedSame, { batch: values.batch })];
}

type Drawn = Omit<Landing, "key">;

function drawRoof({ gpu, series, mended }: Drawn, { figures }: FigureSentences) {
  const all = series.flatMap(({ values }) => values);
  const [from, to] = findExtent([0.1, 1000, ...all.map(roundDown), ...all.map(roundUp)]);
  const x = makeLogAxis([from, to], across, { title: figures.intensity });
  const y = makeLogAxis([from * gpu.bandwidth, gpu.peakFlops * 3], upwards, {
    title: figures.teraflops,
    unit: tera,
  });
  const reach = (intensity: number): Point => ({
    x: x.place(intensity),
    y: y.place(attain(gpu, intensity)),
  });
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const edge = reach(ridge);
  const double = x.place(2 * from) - x.place(from);
  return drawPlot(x, y, {
    paths: [
      ...shade(edge),
      drawLine("roof", [reach(from), edge, reach(to)]),
      { role: "scale", path: `M${measure.x},${measure.y - 4}v4H${round(measure.x + double)}v-4` },
      ...mended.flatMap((one) => drawMended(one, reach)),
      ...series.flatMap(({ role, shape, values }) => values.map((one) => drawMark(role, shape, reach(one)))),
    ],
    texts: [
      write(`${figures.ridgePoint} ${formatNumber(ridge)}`, { x: edge.x, y: edge.y - 8 }, "middle"),
      writeSoftly(figures.memoryBound, { x: edge.x - 6, y: plot.bottom - 6 }, "end"),
      // On a row of its own: the two are next to each other where letters are large.
      writeSoftly(figures.computeBound, { x: plot.right - 6, y: plot.bottom - 26 }, "end"),
      writeSoftly("× 2", { x: measure.x + double + 6, y: measure.y + 2 }),
      ...series.flatMap((one) => labelEnds(one, reach)),
    ],
  });
}

/** Where it is said how far a factor of 2 is. */
const measure: Point = { x: plot.left + 10, y: plot.top + 12 };

const attain = ({ bandwidth, peakFlops }: KnownGpu, intensity: number): number =>
  Math.min(peakFlops, intensity * bandwidth);

const roundDown = (value: number): number => 10 ** Math.floor(Math.log10(value));
const roundUp = (value: number): number => 10 ** Math.ceil(Math.log10(value));

/** Below the roof, on either side of the ridge. */
function shade({ x, y }: Point): readonly PathView[] {
  return [
    { role: "memory", path: `M${plot.left},${plot.bottom}L${x},${y}V${plot.bottom}z` },
    { role: "arithmetic", path: `M${x},${y}H${plot.right}V${plot.bottom}H${x}z` },
  ];
}

/** The first and the last batch, on the free side of the roof. */
function labelEnds({ values, isFused }: Series, reach: (intensity: number) => Point): readonly TextView[] {
  return [0, values.length - 1].map((at) => {
    const { x, y } = reach(values[at] ?? 0);
    const text = `b = ${notebookBatchSizes[at]}`;
    return isFused ? write(text, { x: x - 7, y: y - 6 }, "end") : write(text, { x: x + 9, y: y + 6 });
  });
}

function tabulate({ gpu, series, mended }: Drawn, { figures }: FigureSentences): TableView {
  const speed = (intensity: number): string => formatNumber(attain(gpu, intensity) / tera);
  return {
    head: [
      figures.batchSize,
      ...series.flatMap(({ label }) => [`${label}: ${figures.intensity}`, `${label}: ${figures.atMost}`]),
      ...mended.map(({ series: { label } }) => `${label}: ${figures.intensity}, ${figures.mended}`),
    ],
    rows: notebookBatchSizes.map((batchSize, at) => ({
      name: String(batchSize),
      cells: [
        ...series.flatMap(({ values }) => [formatNumber(values[at] ?? 0), speed(values[at] ?? 0)]),
        ...mended.map(({ mended: { values } }) => formatNumber(values[at] ?? 0)),
      ],
    })),
  };
}
