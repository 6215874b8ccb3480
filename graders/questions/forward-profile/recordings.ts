/** Recorded forward passes of timm's ConvNeXt V2 as students get them. */
import { listRecordings, readRecording } from "../../../reference/recordings/catalogue";
import type { RecordingSummary } from "../../../reference/recordings/recordings";
import type { Events } from "./measures";

/**
 * A recording up to the moment at which the pass returns. After it the recorder gave the result up, and with it went all
 * that was kept for backward: `activation` is what outlives the pass, so the first release of one comes after it.
 */
export function endWithPass(events: Events): Events {
  const afterPass = events.findIndex(({ bytes, category }) => bytes < 0 && category === "activation");
  return afterPass === -1 ? events : events.slice(0, afterPass);
}

/** @throws RangeError when there is no recording of that name */
export function readForwardPass(id: string): Events {
  return endWithPass(readRecording(id).events);
}

/**
 * Recordings of small models, with gradients or without, to choose from. Those with the CPU's own convolutions are left
 * out, where scratch hides a layer's output, as are those of other images than the notebook's, which hide the batch size.
 */
export function listSmallPasses(mode: "grad" | "no-grad"): readonly string[] {
  return listRecordings()
    .filter((one) => isSmallPass(one, mode))
    .map(({ id }) => id);
}

function isSmallPass({ variant, imageSide, run, convolutions }: RecordingSummary, mode: string): boolean {
  const isSmall = ["atto", "nano", "tiny"].includes(variant);
  const isComparable = imageSide === 224 && convolutions === "stand-in";
  return isSmall && isComparable && run.kind === "forward" && run.mode === mode;
}
