/** What a student computes with: GPUs, the model of Task 6, and recordings of its memory. Data only, without totals. */
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { gpus } from "../../../reference/gpus";
import { readRecording } from "../../../reference/recordings/catalogue";
import type { HandoutFile } from "./handout-file";

/** File name → recording. */
const recordings = {
  "forward-batch8-with-gradients": "large-batch8-forward-grad",
  "forward-batch8-without-gradients": "large-batch8-forward-no-grad",
  "training-batch1": "large-batch1-training-steady-foreach",
} as const;

export function listDataFiles(): readonly HandoutFile[] {
  const devices = Object.values(gpus).map(({ name, peakFlops, bandwidth, memory, source }) => ({
    name,
    peakFlops,
    bandwidth,
    memory,
    source,
  }));
  return [
    { path: "data/gpus.json", text: writeLines(devices) },
    { path: "data/convnextv2-large.json", text: `${JSON.stringify(convNeXtV2Variants.large)}\n` },
    ...Object.entries(recordings).map(([name, id]) => ({
      path: `data/${name}.json`,
      text: writeLines(readEvents(id)),
    })),
  ];
}

/**
 * Of a forward pass, up to the moment at which it returns, as its question describes it. The recorder went on until it
 * had given up the result, and with it all that was kept for backward: at that end, nothing would seem to be kept.
 */
function readEvents(id: string): readonly object[] {
  const { events, run } = readRecording(id);
  const afterPass = events.findIndex(({ bytes, category }) => bytes < 0 && category === "activation");
  return run.kind === "forward" && afterPass !== -1 ? events.slice(0, afterPass) : events;
}

/** A JSON array with one item a line. */
function writeLines(items: readonly object[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;
}
