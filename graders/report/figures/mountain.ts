/**
 * The memory of one training iteration, sketched from the parts of the student's own estimate: which of them are there
 * in which phase. Peaks are exact for the sketch, the slopes between its corners are not measured. Pure.
 */
import { figureTemplates } from "../../wording/figure-templates";
import type { FigureLabels, Sentences } from "../../wording/sentences-shape";
import { type Band, findExtent, traceArea } from "./d3";
import {
  type Axis,
  across,
  describeFill,
  describeStroke,
  drawLine,
  drawPlot,
  type FigureView,
  makeLinearAxis,
  type PanelView,
  plot,
  upwards,
  write,
  writeSoftly,
} from "./drawing";
import { formatGigabytes, gigabyte } from "./format";
import type { OwnNumbers, OwnTraining } from "./own-numbers";

/** Corners of the sketch in forward passes: start, backward pass, optimizer's step twice, end. */
const corners = [0, 1, 3, 3, 4] as const;
const [start, backward, step, , end] = corners;

type Part = "weights" | "moments" | "gradients" | "activations" | "rest";

/** From the ground up. */
const parts: readonly Part[] = ["weights", "moments", "gradients", "activations", "rest"];

/** Null without an estimate. */
export function viewMountain(own: OwnNumbers, sentences: Sentences): FigureView | null {
  const estimates = [own.trainingOfOne, own.trainingOfEight].filter((one) => one !== undefined);
  if (estimates.length === 0) return null;
  const [, highest] = findExtent(estimates.flatMap((one) => [one.total, findPeak(one).bytes]));
  const y = makeLinearAxis([0, (1.12 * highest) / gigabyte], upwards, sentences.figures.gigabytes);
  return {
    id: "mountain",
    kicker: sentences.figures.mountain,
    chooses: null,
    panels: estimates.map((one, at) => {
      const panel = viewPanel(one, y, sentences);
      const isLast = at === estimates.length - 1;
      return isLast ? { ...panel, says: [...panel.says, sentences.figures.mountainSketch] } : panel;
    }),
  };
}

function viewPanel(own: OwnTraining, y: Axis, { figures, say }: Sentences): PanelView {
  const peak = findPeak(own);
  const values = { batch: own.batchSize, peak: formatGigabytes(peak.bytes) };
  return {
    id: `batch-${own.batchSize}`,
    label: String(own.batchSize),
    title: say(
      peak.at === backward ? figureTemplates.mountainBackward : figureTemplates.mountainStep,
      values,
    ),
    says: [sayTotal(own.total, peak.bytes, say)],
    drawing: drawMountain(own, y, figures),
    legend: [
      ...listParts(own).map((part) => describeFill(part, figures[part])),
      describeStroke("total", figures.yourTotal),
    ],
    table: {
      head: [figures.phase, ...parts.map((part) => figures[part]), figures.together],
      rows: [
        { name: figures.endOfForward, bytes: own, at: 1 },
        { name: figures.step, bytes: own, at: 3 },
      ].map(({ name, at }) => ({
        name,
        cells: [
          ...parts.map((part) => formatGigabytes(hold(own, part)[at] ?? 0)),
          formatGigabytes(sumAt(own, at)),
        ],
      })),
    },
  };
}

/** What a total may be above or below a peak and still say the same. */
const sameShare = 0.005;

function sayTotal(total: number, peak: number, say: Sentences["say"]): string {
  const values = { total: formatGigabytes(total) };
  if (total > peak * (1 + sameShare)) return say(figureTemplates.mountainAbove, values);
  if (total < peak * (1 - sameShare)) return say(figureTemplates.mountainBelow, values);
  return say(figureTemplates.mountainSame, values);
}

/** Bytes of a part at each corner. */
function hold(own: OwnTraining, part: Part): readonly number[] {
  switch (part) {
    case "weights":
    case "moments":
      return corners.map(() => own[part]);
    case "gradients":
      return [0, 0, own.gradients, own.gradients, own.gradients];
    case "activations":
      return [0, own.activations, 0, 0, 0];
    case "rest":
      return [0, 0, 0, countRest(own), countRest(own)];
  }
}

/** What the total holds besides its parts. */
function countRest({ weights, gradients, moments, activations, total }: OwnTraining): number {
  return Math.max(0, total - weights - gradients - moments - activations);
}

const sumAt = (own: OwnTraining, at: number): number =>
  parts.reduce((sum, part) => sum + (hold(own, part)[at] ?? 0), 0);

/** Between its corners nothing is higher. */
export function findPeak(own: OwnTraining): { readonly at: number; readonly bytes: number } {
  const [ofBackward, ofStep] = [sumAt(own, 1), sumAt(own, 3)];
  return ofBackward > ofStep ? { at: backward, bytes: ofBackward } : { at: step, bytes: ofStep };
}

function listParts(own: OwnTraining): readonly Part[] {
  return parts.filter((part) => hold(own, part).some((bytes) => bytes > 0));
}

const placeAcross = (corner: number): number => plot.left + ((across[1] - across[0]) * corner) / end;

function drawMountain(own: OwnTraining, y: Axis, figures: FigureLabels) {
  const peak = findPeak(own);
  const summit = { x: placeAcross(peak.at), y: y.place(peak.bytes / gigabyte) };
  const total = y.place(own.total / gigabyte);
  const isInBackward = peak.at === backward;
  return drawPlot({ ticks: [], labels: [], place: placeAcross, title: figures.phases }, y, {
    paths: [
      ...stack(own, y),
      ...[backward, step].map((at) => ({
        role: "phase",
        path: `M${placeAcross(at)},${plot.top}V${plot.bottom}`,
      })),
      { role: "total", path: `M${plot.left},${total}H${plot.right}` },
      drawLine("summit", [
        { x: summit.x - 10, y: summit.y },
        { x: summit.x + 10, y: summit.y },
      ]),
    ],
    texts: [
      ...[
        { text: figures.forward, from: start, to: backward },
        { text: figures.backward, from: backward, to: step },
        { text: figures.step, from: step, to: end },
      ].map(({ text, from, to }) =>
        writeSoftly(text, { x: placeAcross((from + to) / 2), y: plot.bottom + 16 }, "middle"),
      ),
      write(
        `${figures.peak} ${formatGigabytes(peak.bytes)}`,
        // Inside the step there is room below, and above it the total may pass.
        { x: summit.x + 14, y: summit.y + (isInBackward ? -4 : 16) },
      ),
    ],
  });
}

/** Each part on top of those before it. */
function stack(own: OwnTraining, y: Axis) {
  const ground = corners.map(() => 0);
  return listParts(own).map((part) => {
    const bytes = hold(own, part);
    const bands = corners.map((corner, at): Band => {
      const low = ground[at] ?? 0;
      const high = low + (bytes[at] ?? 0);
      ground[at] = high;
      return { x: placeAcross(corner), low: y.place(low / gigabyte), high: y.place(high / gigabyte) };
    });
    return { role: part, path: traceArea(bands) };
  });
}
