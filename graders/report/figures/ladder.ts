/**
 * How large a batch fits: the line through the student's own totals, crossed by the memories of GPUs, with the student's
 * own largest batch on each. Pure.
 */
import { type GpuKey, gpus } from "../../../reference/gpus";
import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import { findExtent } from "./d3";
import {
  across,
  describeMark,
  describeStroke,
  drawLine,
  drawMark,
  drawPlot,
  type FigureView,
  makeLogAxis,
  type PanelView,
  plot,
  upwards,
  write,
} from "./drawing";
import { formatGigabytes, formatNumber, gigabyte } from "./format";
import { shortNames } from "./gpu-names";
import type { OwnNumbers } from "./own-numbers";

/** Bytes of training over the batch size. */
type Estimate = (batchSize: number) => number;

/** A GPU with the student's largest batch on it. */
interface Rung {
  readonly name: string;
  /** In bytes. */
  readonly memory: number;
  readonly batch: number;
}

/** Null without both an estimate that grows and largest batches. */
export function viewLadder(own: OwnNumbers, sentences: Sentences): FigureView | null {
  const estimate = findEstimate(own);
  if (estimate === undefined || own.largestBatches === undefined) return null;
  const rungs = (Object.keys(gpus) as GpuKey[]).map((key, at) => ({
    name: shortNames[key],
    memory: gpus[key].memory,
    batch: own.largestBatches?.[at] ?? 0,
  }));
  return {
    id: "ladder",
    kicker: sentences.figures.ladder,
    chooses: null,
    panels: [viewPanel(estimate, rungs, sentences)],
  };
}

/** The line through the totals of one and of eight samples. */
function findEstimate({ trainingOfOne, trainingOfEight }: OwnNumbers): Estimate | undefined {
  if (trainingOfOne === undefined || trainingOfEight === undefined) return undefined;
  const perSample =
    (trainingOfEight.total - trainingOfOne.total) / (trainingOfEight.batchSize - trainingOfOne.batchSize);
  return perSample > 0 ? (batchSize) => trainingOfOne.total + perSample * (batchSize - 1) : undefined;
}

type Verdict = "last" | "less" | "more";

function compare({ memory, batch }: Rung, estimate: Estimate): Verdict {
  if (batch > 0 && estimate(batch) > memory) return "more";
  return estimate(batch + 1) > memory ? "last" : "less";
}

/** Where all are alike, the title says all. */
const ofAll = {
  last: figureTemplates.ladderAllLast,
  less: figureTemplates.ladderAllLess,
  more: figureTemplates.ladderAllMore,
} as const satisfies Record<Verdict, string>;

function sayVerdicts(verdicts: readonly Verdict[], say: Sentences["say"]): Pick<PanelView, "title" | "says"> {
  const count = (wanted: Verdict): number => verdicts.filter((one) => one === wanted).length;
  const nAll = verdicts.length;
  const [first = "last"] = verdicts;
  if (count(first) === nAll) return { title: say(ofAll[first], { nAll }), says: [] };
  const others = [
    { n: count("less"), template: figureTemplates.ladderLess },
    { n: count("more"), template: figureTemplates.ladderMore },
  ];
  return {
    title: say(figureTemplates.ladderLast, { n: count("last"), nAll }),
    says: others.filter(({ n }) => n > 0).map(({ n, template }) => say(template, { n })),
  };
}

/** A line: what no sample adds to, and what each adds. */
function sayLine(estimate: Estimate, say: Sentences["say"]): string {
  return say(figureTemplates.ladderLine, {
    bytesOnce: formatGigabytes(estimate(0)),
    bytes: formatGigabytes(estimate(1) - estimate(0)),
  });
}

function viewPanel(estimate: Estimate, rungs: readonly Rung[], { figures, say }: Sentences): PanelView {
  const { title, says } = sayVerdicts(
    rungs.map((one) => compare(one, estimate)),
    say,
  );
  return {
    id: "all",
    label: "",
    title,
    says: [...says, ...(estimate(0) > 0 ? [sayLine(estimate, say)] : [])],
    drawing: drawLadder(estimate, rungs, figures),
    legend: [
      describeStroke("estimate", figures.yourEstimate),
      describeMark("second", "diamond", figures.yourLargest),
    ],
    table: {
      head: [figures.gpu, figures.memoryGigabytes, figures.yourLargest, figures.needsGigabytes],
      rows: rungs.map(({ name, memory, batch }) => ({
        name,
        cells: [
          formatGigabytes(memory),
          formatNumber(batch),
          batch > 0 ? formatGigabytes(estimate(batch)) : "–",
        ],
      })),
    },
  };
}

/** Names of memories that lie apart: others of the same size would be written over them. */
const named: readonly string[] = [
  shortNames.rtx3070,
  shortNames.t4,
  shortNames.rtx3090,
  shortNames.a100At40GB,
  shortNames.a100Sxm80,
];
const largestDrawn = 1000;

function drawLadder(estimate: Estimate, rungs: readonly Rung[], figures: Sentences["figures"]) {
  const drawn = rungs.filter(({ batch }) => batch >= 1 && batch <= largestDrawn);
  const x = makeLogAxis([1, largestDrawn], across, { title: figures.batchSize });
  const range = findExtent([estimate(1), 160 * gigabyte, 2 * gigabyte]);
  const y = makeLogAxis(range, upwards, {
    title: figures.gigabytes,
    unit: gigabyte,
  });
  const points = Array.from({ length: 31 }, (_, step) => 10 ** (step / 10))
    .map((batch) => ({ batch, bytes: estimate(batch) }))
    .filter(({ bytes }) => bytes <= range[1])
    .map(({ batch, bytes }) => ({ x: x.place(batch), y: y.place(bytes) }));
  return drawPlot(x, y, {
    paths: [
      ...rungs.map(({ memory }) => ({
        role: "rung",
        path: `M${plot.left},${y.place(memory)}H${plot.right}`,
      })),
      drawLine("estimate", points),
      ...drawn.map(({ batch, memory }) =>
        drawMark("second", "diamond", { x: x.place(batch), y: y.place(memory) }),
      ),
    ],
    texts: rungs
      .filter(({ name }) => named.includes(name))
      .map(({ name, memory }) => write(name, { x: plot.left + 4, y: y.place(memory) - 3 })),
  });
}
