/** The ridge points of all known GPUs on one scale, beside the limit that the student's own curve tends to. Pure. */
import { type GpuKey, gpus } from "../../../reference/gpus";
import { notebookBatchSizes } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import { findExtent } from "./d3";
import {
  across,
  type DrawingView,
  describeStroke,
  drawMark,
  drawPlot,
  type FigureView,
  makeLogAxis,
  plot,
  write,
} from "./drawing";
import { formatNumber } from "./format";
import { shortNames } from "./gpu-names";
import type { OwnNumbers } from "./own-numbers";
import { listSeries, type Series } from "./series";

interface Ridge {
  readonly name: string;
  /** In FLOP per byte. */
  readonly ridge: number;
}

const ridges: readonly Ridge[] = (Object.keys(gpus) as GpuKey[])
  .map((key) => ({ name: shortNames[key], ridge: gpus[key].peakFlops / gpus[key].bandwidth }))
  .sort((a, b) => a.ridge - b.ridge);

interface Limit extends Series {
  /** In FLOP per byte. */
  readonly limit: number;
}

/** Null where no curve tends to a limit. */
export function viewRidges(own: OwnNumbers, sentences: Sentences): FigureView | null {
  const limits = listSeries([own.intensity, own.fusedIntensity], sentences.figures).flatMap((one) => {
    const limit = findLimit(one.values);
    return limit === undefined ? [] : [{ ...one, limit }];
  });
  const [first] = limits;
  if (first === undefined) return null;
  const { figures, say } = sentences;
  return {
    id: "ridges",
    kicker: figures.ridges,
    chooses: null,
    panels: [
      {
        id: "all",
        label: "",
        title: sayLimit(first, say),
        says: [
          ...limits.slice(1).map((one) => `${sayLimit(one, say)}.`),
          ...limits.flatMap((one) => sayWhich(one, say)),
          figures.limitIs,
        ],
        drawing: drawRidges(limits, sentences),
        legend: limits.map(({ role, label }) =>
          describeStroke(`limit-${role}`, `${figures.yourLimit}, ${label}`),
        ),
        table: {
          head: [figures.gpu, figures.ridgePoint],
          rows: ridges.map(({ name, ridge }) => ({ name, cells: [formatNumber(ridge)] })),
        },
      },
    ],
  };
}

/** A straight line in 1 / batch, as FLOP over bytes with a part once a batch are: its end is the limit. */
const straightness = 0.02;
/** In FLOP per byte: what is higher is a curve without an end. */
const highestLimit = 1e5;

/**
 * What the intensity tends to as the batch grows: 1 / I(b) = 1 / limit + c / b, from the last two batch sizes.
 *
 * @returns undefined where the points lie on no such line, or it has no end above zero
 */
function findLimit(values: readonly number[]): number | undefined {
  const inverse = values.map((value) => 1 / value);
  const [before = 0, last = 0] = inverse.slice(-2);
  const [batchBefore = 1, batchLast = 1] = notebookBatchSizes.slice(-2);
  const slope = (before - last) / (1 / batchBefore - 1 / batchLast);
  const end = last - slope / batchLast;
  const isStraight = notebookBatchSizes.every((batchSize, at) => {
    const value = inverse[at] ?? 0;
    return Math.abs(end + slope / batchSize - value) <= straightness * value;
  });
  return isStraight && slope >= 0 && end > 1 / highestLimit ? 1 / end : undefined;
}

function sayLimit({ limit, isFused }: Limit, say: Sentences["say"]): string {
  const below = ridges.filter(({ ridge }) => ridge < limit).length;
  const values = { limit: formatNumber(limit), nAll: ridges.length };
  if (below === 0) return say(isFused ? figureTemplates.ridgesNoneFused : figureTemplates.ridgesNone, values);
  return say(isFused ? figureTemplates.ridgesSomeFused : figureTemplates.ridgesSome, { ...values, n: below });
}

/** More names than these are read off the figure. */
const mostNames = 3;

function sayWhich({ limit, isFused }: Limit, say: Sentences["say"]): readonly string[] {
  const below = ridges.filter(({ ridge }) => ridge < limit).map(({ name }) => name);
  if (below.length === 0 || below.length > mostNames) return [];
  const template = isFused ? figureTemplates.ridgesWhichFused : figureTemplates.ridgesWhich;
  return [say(template, { names: below.join(", ") })];
}

const rowHeight = (plot.bottom - plot.top) / ridges.length;

function drawRidges(limits: readonly Limit[], { figures }: Sentences): DrawingView {
  const [from, to] = findExtent([1, 1000, ...limits.map(({ limit }) => limit)]);
  const x = makeLogAxis([from / 1.2, to], across, {
    title: figures.intensity,
  });
  const rows = ridges.map((one, at) => ({
    ...one,
    place: { x: x.place(one.ridge), y: plot.top + rowHeight * (at + 0.5) },
  }));
  return drawPlot(
    x,
    { ticks: [], labels: [], place: () => 0, title: "" },
    {
      paths: [
        ...limits.map(({ role, limit }) => ({
          role: `limit-${role}`,
          path: `M${x.place(limit)},${plot.top - 10}V${plot.bottom}`,
        })),
        ...rows.map(({ place }) => drawMark("ridge", "circle", place)),
      ],
      texts: rows.map(({ name, place }) => write(name, { x: place.x + 9, y: place.y + 4 })),
    },
  );
}
