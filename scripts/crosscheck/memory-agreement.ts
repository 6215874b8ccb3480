/** `docs/memory-agreement.md`: the analytic model against the recordings, as text. */

import {
  type Comparison,
  compareFamily,
  comparePeak,
  comparePhases,
  estimatePeak,
  isAgreement,
  measureDifference,
} from "../../reference/recordings/agreement";
import {
  listRecordingSetups,
  listRecordings,
  readRecording,
  recordedFamily,
} from "../../reference/recordings/catalogue";
import type { Recording, RecordingSummary } from "../../reference/recordings/recordings";

/** The whole document; the same recordings and the same model give the same text. */
export function renderMemoryAgreement(): string {
  return `${[
    ...introduce(),
    ...renderFamily(),
    ...renderForward(),
    ...renderTraining(),
    ...renderRealConvolutions(),
    ...renderEstimate(),
    ...admitLimits(),
  ].join("\n")}\n`;
}

function introduce(): string[] {
  const rows = [["family", recordedFamily.how] as const, ...listRecordingSetups()].map(([name, how]) => [
    `\`${name}.json\``,
    `Python ${how.python}, torch ${how.torch}, timm ${how.timm}, fvcore ${how.fvcore}, oneDNN ${how.oneDnn}`,
    `${how.device}, ${how.architecture} ${how.cpuCapability}, ${how.threads} threads`,
    `\`${how.command}\``,
  ]);
  return [
    "# Memory: the analytic model against the real thing",
    "",
    "Written by `npm run crosscheck -- --write`; do not edit. The model is `reference/convnextv2/`, the recordings are",
    "`reference/recordings/` (format and method: its README), made from timm's ConvNeXt V2 with random weights in fp32.",
    "All sizes are bytes. A difference is model - recorded, and that relative to recorded; *equal* means to the byte.",
    "",
    ...renderTable(["file", "software", "machine", "command"], rows),
  ];
}

function renderFamily(): string[] {
  const comparisons = compareFamily();
  const rows = recordedFamily.variants.map(({ variant }) => {
    const own = comparisons.filter(({ subject }) => subject === variant);
    const recordedOf = (quantity: string): string =>
      own.flatMap((row) => (row.quantity.startsWith(quantity) ? [formatBytes(row.recorded)] : []))[0] ?? "";
    const equal = own.filter(({ modelled, recorded }) => modelled === recorded).length;
    return [
      variant,
      ...["parameters", "fvcore MACs at 224", "outputs at 224", "bytes saved, batch 1 at 224"].map(
        recordedOf,
      ),
      `${equal} of ${own.length}`,
    ];
  });
  return [
    "",
    "## Counts of the nine variants",
    "",
    "As recorded. The last column counts what is equal in the model: parameters, tensors, buffers, fvcore's multiply-adds",
    "and outputs at 224, 288 and 384, and bytes saved for backward at several sizes, with real convolutions and without.",
    "",
    ...renderTable(["variant", "parameters", "fvcore MACs", "outputs", "saved per sample", "equal"], rows, 1),
  ];
}

function renderForward(): string[] {
  const rows = select(({ run, convolutions }) => run.kind === "forward" && convolutions === "stand-in");
  return [
    "",
    "## Forward pass",
    "",
    "Convolutions replaced by stand-ins that allocate the same and compute nothing, so that scratch of the CPU's library",
    "does not count.",
    "",
    ...renderPeaks(rows.map(comparePeak)),
  ];
}

function renderTraining(): string[] {
  const recordings = select(
    ({ run, convolutions }) => run.kind === "training" && convolutions === "stand-in",
  );
  const rows = recordings.map((recording) => [
    ...describePeak(comparePeak(recording)),
    ...comparePhases(recording).map(
      (phase) => `${formatBytes(phase.recorded)} (${formatBytes(phase.modelled - phase.recorded)})`,
    ),
  ]);
  const headings = [...peakHeadings, "forward (difference)", "backward (difference)", "step (difference)"];
  return [
    "",
    "## Training iteration with Adam",
    "",
    "Forward, cross entropy, backward, step; the first four columns are the whole iteration, the last three the recorded",
    "peak of each phase with its difference in bytes. All of the difference is Adam's step counters, 4 bytes per parameter",
    "tensor, and three scalars in the step, which the model leaves out.",
    "",
    ...renderTable(headings, rows, 1),
  ];
}

function renderRealConvolutions(): string[] {
  return [
    "",
    "## With the CPU's own convolutions",
    "",
    "The library copies weights and maps into other layouts while it works. Variants up to nano write their linear layers as",
    "1x1 convolutions, which adds to it. The model counts none of this.",
    "",
    ...renderPeaks(select(({ convolutions }) => convolutions === "real").map(comparePeak)),
  ];
}

function renderEstimate(): string[] {
  const rows = select(
    ({ run, convolutions, variant }) =>
      run.kind === "training" && convolutions === "stand-in" && variant === "large",
  ).map((recording) => {
    const { recorded } = comparePeak(recording);
    const estimate = estimatePeak(recording);
    const gap = { modelled: estimate, recorded };
    return [recording.id, formatBytes(estimate), formatBytes(recorded), formatDifference(gap, 1)];
  });
  return [
    "",
    "## The estimate 4 W + b A against the recorded peak",
    "",
    "What Task 6 asks to write down, for Large. It is too low where the multi-tensor step makes W bytes of roots, and too",
    "high where activations have gone before all gradients are there; a first iteration has no moments before its step.",
    "",
    ...renderTable(["recording", "estimate", "recorded", "difference"], rows, 1),
  ];
}

function admitLimits(): string[] {
  return [
    "",
    "## What this does not show",
    "",
    "No accelerator was recorded. On one, the allocator rounds blocks to 512 bytes and caches them, libraries bring",
    "workspaces, and the context takes memory of its own.",
  ];
}

function select(isWanted: (recording: RecordingSummary) => boolean): Recording[] {
  return listRecordings()
    .filter(isWanted)
    .map(({ id }) => readRecording(id));
}

const peakHeadings = ["recording", "model", "recorded", "difference"];

function renderPeaks(comparisons: readonly Comparison[]): string[] {
  return renderTable(peakHeadings, comparisons.map(describePeak), 1);
}

function describePeak(comparison: Comparison): string[] {
  const { subject, modelled, recorded } = comparison;
  const mark = isAgreement(comparison) ? "" : " (beyond the limit)";
  const difference = `${formatBytes(modelled - recorded)} (${formatDifference(comparison)})`;
  return [
    subject,
    formatBytes(modelled),
    formatBytes(recorded),
    modelled === recorded ? "equal" : difference + mark,
  ];
}

/** A Markdown table; columns from `firstNumber` on are aligned to the right. */
function renderTable(
  headings: readonly string[],
  rows: readonly string[][],
  firstNumber = headings.length,
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = headings.map((_, column) => (column >= firstNumber ? "---:" : "---"));
  return [line(headings), line(rule), ...rows.map(line)];
}

function formatBytes(bytes: bigint): string {
  return bytes.toLocaleString("en-US");
}

export function formatDifference(pair: Pick<Comparison, "modelled" | "recorded">, digits = 4): string {
  if (pair.modelled === pair.recorded) return "equal";
  const percent = 100 * measureDifference(pair);
  return `${percent > 0 ? "+" : ""}${percent.toFixed(digits)} %`;
}
