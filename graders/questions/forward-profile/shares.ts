/** Choices on a figure of a recorded pass, whichever it is: for how many samples, in elements or bytes, in which unit. */
import type { Effects } from "../../contract/choice";
import { type Amount, chooseModelUnit } from "../kit/amount";
import { choose } from "../kit/choice-part";
import { type Events, measure } from "./measures";

const oneSample = {
  credit: "0.5",
  says: "You divide by the batch size.",
  hint: "The recording is of the whole batch, and so is what the question asks for.",
};

/** How many samples share the figure, and whether the parameters are shared with it. */
interface Samples {
  readonly batchOf: (events: Events) => bigint;
  readonly isApart?: true;
}

const ownBatch = (events: Events): bigint => measure(events).batchSize;
const notebookBatch = (): bigint => 8n;

export const shares = {
  samples: choose<Samples>(
    { id: "whole-batch", effect: { batchOf: () => 1n } },
    { id: "one-sample", effect: { batchOf: ownBatch }, ...oneSample },
    { id: "one-of-eight", effect: { batchOf: notebookBatch }, ...oneSample },
    { id: "one-sample-beside-parameters", effect: { batchOf: ownBatch, isApart: true }, ...oneSample },
    { id: "one-of-eight-beside-parameters", effect: { batchOf: notebookBatch, isApart: true }, ...oneSample },
  ),
  /** Bytes that are told as one. */
  elements: choose<number>(
    { id: "bytes", effect: 1 },
    {
      id: "elements",
      effect: 4,
      credit: "0.5",
      says: "You return elements instead of bytes.",
      hint: "The events are in bytes already.",
    },
  ),
  unit: chooseModelUnit("A larger unit than the bytes that the field is named after is right, too."),
};

export function tell(
  bytes: number,
  events: Events,
  { samples: { batchOf, isApart }, elements, unit }: Effects<typeof shares>,
): Amount {
  const parameters = isApart ? Number(measure(events).atPeak.parameter) : 0;
  return unit((parameters + (bytes - parameters) / Number(batchOf(events))) / elements);
}
