/** From the parts of the student's own estimate to the peak that the student found in the recording: a waterfall. Pure. */

import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import { findExtent } from "./d3";
import { across, type DrawingView, drawPlot, type FigureView, makeLinearAxis, plot, write } from "./drawing";
import { formatGigabytes, formatPercent, gigabyte } from "./format";
import { findPeak } from "./iteration";
import type { OwnNumbers, OwnTraining } from "./own-numbers";

/** In bytes. */
interface Step {
  readonly role: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Null without both an estimate and a peak. */
export function viewGap(
  { trainingOfOne, recordedPeak }: OwnNumbers,
  sentences: Sentences,
): FigureView | null {
  if (trainingOfOne === undefined || recordedPeak === undefined) return null;
  const { figures } = sentences;
  const steps = listSteps(trainingOfOne, recordedPeak, figures);
  return {
    id: "gap",
    kicker: figures.gap,
    chooses: null,
    panels: [
      {
        id: "one",
        label: "",
        title: sayGap(trainingOfOne.total, recordedPeak, sentences),
        says: sayRest(trainingOfOne, recordedPeak, sentences),
        drawing: drawSteps(steps, figures.gigabytes),
        legend: [],
        table: {
          head: [figures.part, figures.gigabytes],
          rows: steps.map(({ label, from, to }) => ({ name: label, cells: [formatGigabytes(to - from)] })),
        },
      },
    ],
  };
}

/** Closer than this is as good as the same. */
const sameShare = 0.01;

function sayGap(total: number, peak: number, { say, figures }: Sentences): string {
  const share = total / peak - 1;
  const values = { percent: formatPercent(Math.abs(share)) };
  if (Math.abs(share) < sameShare) return figures.gapNone;
  return say(share < 0 ? figureTemplates.gapBelow : figureTemplates.gapAbove, values);
}

/** What is left of the peak beside the copies, for the reader to compare. */
function sayRest(own: OwnTraining, peak: number, { say }: Sentences): readonly string[] {
  const copies = own.weights + own.gradients + own.moments;
  const left = peak - copies;
  if (left <= 0 || copies === 0) return [];
  const isOneOfThem = [own.activations, own.weights].some(
    (bytes) => Math.abs(bytes - left) < sameShare * left,
  );
  const sketched = findPeak(own, "foreach").bytes;
  return [
    ...(sketched < peak * (1 - sameShare)
      ? [say(figureTemplates.gapSketch, { bytes: formatGigabytes(sketched) })]
      : []),
    say(isOneOfThem ? figureTemplates.gapWhich : figureTemplates.gapLeft, {
      bytes: formatGigabytes(left),
      bytesActivations: formatGigabytes(own.activations),
      bytesWeights: formatGigabytes(own.weights),
    }),
  ];
}

function listSteps(own: OwnTraining, peak: number, figures: Sentences["figures"]): readonly Step[] {
  const amounts = [
    { role: "weights", bytes: own.weights },
    { role: "moments", bytes: own.moments },
    { role: "gradients", bytes: own.gradients },
    { role: "activations", bytes: own.activations },
  ] as const;
  let level = 0;
  const parts = amounts.map(({ role, bytes }): Step => {
    const from = level;
    level += bytes;
    return { role, label: figures[role], from, to: level };
  });
  const rest: Step = { role: "rest", label: figures.restShort, from: level, to: own.total };
  return [
    ...parts,
    // Sums of numbers that are no integers leave less than a byte.
    ...(Math.abs(rest.to - rest.from) < 1 ? [] : [rest]),
    { role: "sum", label: figures.yourTotal, from: 0, to: own.total },
    { role: "difference", label: figures.difference, from: own.total, to: peak },
    { role: "sum", label: figures.recordedPeak, from: 0, to: peak },
  ];
}

/** Each bar below its label. */
const barTop = 17;
const barHeight = 8;

function drawSteps(steps: readonly Step[], title: string): DrawingView {
  const [, most] = findExtent(steps.flatMap(({ from, to }) => [from, to]));
  const x = makeLinearAxis([0, (1.15 * most) / gigabyte], across, title);
  const rowHeight = (plot.bottom - plot.top) / steps.length;
  const rows = steps.map((one, at) => ({
    ...one,
    y: Math.round(plot.top + rowHeight * at),
    ends: [one.from, one.to].map((bytes) => x.place(bytes / gigabyte)) as [number, number],
  }));
  return drawPlot(
    x,
    { ticks: [], labels: [], place: () => 0, title: "" },
    {
      paths: rows.map(({ role, y, ends: [from, to] }) => ({
        role,
        path: `M${from},${y + barTop}H${to}v${barHeight}H${from}z`,
      })),
      texts: rows.map(({ label, from, to, y }) =>
        write(`${label} ${formatGigabytes(to - from)}`, { x: plot.left + 2, y: y + barTop - 5 }),
      ),
    },
  );
}
