/**
 * The memory of one training iteration by the student's own numbers, for each way in which Adam may update, with the
 * student's total across it. Pure.
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
import {
  corners,
  findPeak,
  hold,
  lengths,
  type Part,
  type Peak,
  parts,
  type VariantName,
  variants,
} from "./iteration";
import type { OwnNumbers, OwnTraining } from "./own-numbers";

const names = Object.keys(variants) as readonly VariantName[];

/** Null without an estimate. */
export function viewMountain(own: OwnNumbers, sentences: Sentences): FigureView | null {
  const estimates = [own.trainingOfOne, own.trainingOfEight].filter((one) => one !== undefined);
  if (estimates.length === 0) return null;
  const peaks = estimates.flatMap((one) => names.map((name) => findPeak(one, name).bytes));
  const [, highest] = findExtent([...peaks, ...estimates.map(({ total }) => total)]);
  const y = makeLinearAxis([0, (1.12 * highest) / gigabyte], upwards, sentences.figures.gigabytes);
  return {
    id: "mountain",
    kicker: sentences.figures.mountain,
    chooses: sentences.figures.chooseStep,
    panels: names.flatMap((name) =>
      estimates.map((one, at) => {
        const panel = viewPanel({ own: one, name, y }, sentences);
        const before = at === 0 ? [sentences.figures.variants[name]] : [];
        const after = at === estimates.length - 1 ? [sentences.figures.mountainSketch] : [];
        return { ...panel, says: [...before, ...panel.says, ...after] };
      }),
    ),
  };
}

interface Sketch {
  readonly own: OwnTraining;
  readonly name: VariantName;
  readonly y: Axis;
}

function viewPanel({ own, name, y }: Sketch, { figures, say }: Sentences): PanelView {
  const peak = findPeak(own, name);
  const values = { batch: own.batchSize, peak: formatGigabytes(peak.bytes) };
  return {
    id: `${name}-${own.batchSize}`,
    label: figures.variantNames[name],
    title: say(
      peak.phase === "step" ? figureTemplates.mountainStep : figureTemplates.mountainBackward,
      values,
    ),
    says: [sayTotal(own.total, peak, say)],
    drawing: drawMountain({ own, name, y }, peak, figures),
    legend: [
      ...listParts(own, name).map((part) => describeFill(part, figures[part])),
      describeStroke("total", figures.yourTotal),
    ],
    table: {
      head: [figures.phase, ...parts.map((part) => figures[part]), figures.together],
      rows: [
        { moment: figures.endOfForward, at: endOfForward },
        { moment: figures.mostInBackward, at: findPeak(own, name, "backward").at },
        { moment: figures.step, at: findPeak(own, name, "step").at },
      ].map(({ moment, at }) => tabulateMoment(moment, at, { own, name })),
    },
  };
}

/** Where the backward pass begins. */
const endOfForward = 1;

function tabulateMoment(moment: string, at: number, { own, name }: Omit<Sketch, "y">) {
  const amounts = parts.map((part) => hold(own, part, name)[at] ?? 0);
  const together = amounts.reduce((sum, bytes) => sum + bytes, 0);
  return { name: moment, cells: [...amounts, together].map(formatGigabytes) };
}

/** What a total may be above or below a peak and still say the same. */
const sameShare = 0.005;

function sayTotal(total: number, { bytes, temporaries }: Peak, say: Sentences["say"]): string {
  const values = { total: formatGigabytes(total) };
  if (total > bytes * (1 + sameShare)) return say(figureTemplates.mountainAbove, values);
  if (total >= bytes * (1 - sameShare)) return say(figureTemplates.mountainSame, values);
  const hasAllElse = total >= (bytes - temporaries) * (1 - sameShare);
  return say(hasAllElse ? figureTemplates.mountainWithout : figureTemplates.mountainBelow, values);
}

function listParts(own: OwnTraining, name: VariantName): readonly Part[] {
  return parts.filter((part) => hold(own, part, name).some((bytes) => bytes > 0));
}

const { forward, backward, step } = lengths;
const placeAcross = (time: number): number =>
  plot.left + ((across[1] - across[0]) * time) / (forward + backward + step);

function drawMountain({ own, name, y }: Sketch, peak: Peak, figures: FigureLabels) {
  const summit = { x: placeAcross(corners[peak.at]?.time ?? 0), y: y.place(peak.bytes / gigabyte) };
  const total = y.place(own.total / gigabyte);
  return drawPlot({ ticks: [], labels: [], place: placeAcross, title: figures.phases }, y, {
    paths: [
      ...stack({ own, name, y }),
      ...[forward, forward + backward].map((at) => ({
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
        { text: figures.forward, middle: forward / 2 },
        { text: figures.backward, middle: forward + backward / 2 },
        { text: figures.step, middle: forward + backward + step / 2 },
      ].map(({ text, middle }) =>
        writeSoftly(text, { x: placeAcross(middle), y: plot.bottom + 16 }, "middle"),
      ),
      write(
        `${figures.peak} ${formatGigabytes(peak.bytes)}`,
        // Inside the step there is room below, and above it the total may pass.
        { x: summit.x + 14, y: summit.y + (peak.phase === "step" ? 16 : -4) },
      ),
    ],
  });
}

/** Each part on top of those before it. */
function stack({ own, name, y }: Sketch) {
  const ground = corners.map(() => 0);
  return listParts(own, name).map((part) => {
    const bytes = hold(own, part, name);
    const bands = corners.map(({ time }, at): Band => {
      const low = ground[at] ?? 0;
      const high = low + (bytes[at] ?? 0);
      ground[at] = high;
      return { x: placeAcross(time), low: y.place(low / gigabyte), high: y.place(high / gigabyte) };
    });
    return { role: part, path: traceArea(bands) };
  });
}
