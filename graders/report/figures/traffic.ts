/**
 * Why the intensity levels off: the student's own bytes for each sample of a batch, split by the straight line they lie
 * on into what is moved for every sample and what is moved once. Pure.
 */
import { notebookBatchSizes } from "../../contract/shown";
import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import {
  across,
  describeFill,
  drawPlot,
  type FigureView,
  makeLinearAxis,
  type PanelView,
  type PathView,
  plot,
  upwards,
  writeSoftly,
} from "./drawing";
import { formatNumber, formatPercent } from "./format";
import type { OwnNumbers } from "./own-numbers";
import { listSeries, type Series } from "./series";

/** Bytes of a batch: `perSample` times its size, and `perBatch`. */
interface Traffic {
  readonly perSample: number;
  readonly perBatch: number;
}

/** Null where the bytes lie on no straight line that starts at zero or above. */
export function viewTraffic(own: OwnNumbers, sentences: Sentences): FigureView | null {
  const series = listSeries([own.movedBytes, own.fusedMovedBytes], sentences.figures);
  const panels = series.flatMap((one) => {
    const traffic = findTraffic(one.values);
    return traffic === undefined ? [] : [viewPanel(one, traffic, sentences)];
  });
  if (panels.length === 0) return null;
  return {
    id: "traffic",
    kicker: sentences.figures.traffic,
    chooses: panels.length > 1 ? sentences.figures.chooseKernels : null,
    panels,
  };
}

const firstBatch = notebookBatchSizes[0];
const lastBatch = notebookBatchSizes[notebookBatchSizes.length - 1] as number;
/** What kilobytes may have been rounded to. */
const straightness = 0.01;

function findTraffic(values: readonly number[]): Traffic | undefined {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const perSample = (last - first) / (lastBatch - firstBatch);
  const perBatch = Math.max(0, first - perSample * firstBatch);
  const isStraight = notebookBatchSizes.every((batchSize, at) => {
    const value = values[at] ?? 0;
    return Math.abs(perSample * batchSize + perBatch - value) <= straightness * value;
  });
  return isStraight && perSample > 0 ? { perSample, perBatch } : undefined;
}

function viewPanel({ label, isFused }: Series, traffic: Traffic, { figures, say }: Sentences): PanelView {
  const { perSample, perBatch } = traffic;
  const share = (batchSize: number): string => formatPercent(perBatch / (perBatch + perSample * batchSize));
  const isFlat = perBatch === 0;
  return {
    id: isFused ? "fused" : "unfused",
    label,
    title: isFlat
      ? figures.trafficFlat
      : say(figureTemplates.trafficFalls, { share: share(firstBatch), shareLast: share(lastBatch) }),
    says: [
      say(figureTemplates.trafficSplit, {
        bytes: formatNumber(perSample),
        bytesOnce: formatNumber(perBatch),
      }),
      isFlat ? figures.trafficConstant : figures.trafficShared,
    ],
    drawing: drawTraffic(traffic, figures),
    legend: [describeFill("samples", figures.everySample), describeFill("once", figures.onceABatch)],
    table: {
      head: [figures.batchSize, figures.everySample, figures.onceABatch, figures.bytesPerSample],
      rows: notebookBatchSizes.map((batchSize) => ({
        name: String(batchSize),
        cells: [perSample, perBatch / batchSize, perSample + perBatch / batchSize].map(formatNumber),
      })),
    },
  };
}

const barShare = 0.62;

function drawTraffic({ perSample, perBatch }: Traffic, figures: Sentences["figures"]) {
  const y = makeLinearAxis([0, 1.08 * (perSample + perBatch)], upwards, figures.bytesPerSample);
  const slot = (across[1] - across[0]) / notebookBatchSizes.length;
  const centre = (at: number): number => Math.round(plot.left + slot * (at + 0.5));
  const bars = notebookBatchSizes.flatMap((batchSize, at): PathView[] => {
    const left = centre(at) - Math.round((slot * barShare) / 2);
    const draw = (role: string, low: number, high: number): PathView => ({
      role,
      path: `M${left},${y.place(low)}h${Math.round(slot * barShare)}V${y.place(high)}H${left}z`,
    });
    return [draw("samples", 0, perSample), draw("once", perSample, perSample + perBatch / batchSize)];
  });
  return drawPlot({ ticks: [], labels: [], place: centre, title: figures.batchSize }, y, {
    paths: bars,
    texts: notebookBatchSizes.map((batchSize, at) =>
      writeSoftly(String(batchSize), { x: centre(at), y: plot.bottom + 16 }, "middle"),
    ),
  });
}
