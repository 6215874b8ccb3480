/** What the peak of a recording may be taken for. */

import { peakOf } from "../../../reference/convnextv2/events";
import type { Count } from "../../contract/answers";
import type { Reading } from "../../contract/question";
import { remember } from "../../contract/remember";
import { findByteUnit } from "../kit/byte-units";
import { type Events, findLargest, measure, only, onlyPass, sumAllocations } from "./measures";

type PeakReading = Reading<Events, Count>;

function misconception(id: string, credit: string, answer: (events: Events) => Count): PeakReading {
  return { id, kind: "misconception", credit, answer: remember(answer) };
}

/** The batch the notebook profiles. */
const notebookBatch = 8;

/** What one sample would need: the pass, or all of it, divided by the batch size. */
function forOneSample(events: Events, batchSize: number): readonly number[] {
  const { peak, atPeak } = measure(events);
  const parameters = Number(atPeak.parameter);
  return [Number(peak) / batchSize, parameters + (Number(peak) - parameters) / batchSize];
}

export const peakReadings: readonly PeakReading[] = [
  { id: "running-total", kind: "reference", credit: "1", answer: (events) => measure(events).peak },
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: (trials) =>
      findByteUnit(trials.map(({ input, answer }) => ({ exact: measure(input).peak, came: answer }))) !==
      undefined,
  },
  misconception("parameters-left-out", "0.75", (events) => {
    const { peak, atPeak } = measure(events);
    return peak - atPeak.parameter;
  }),
  misconception("pass-alone", "0.75", (events) => measure(events).passAtPeak),
  misconception("input-left-out", "0.75", (events) => {
    const { peak, atPeak } = measure(events);
    return peak - atPeak.input;
  }),
  misconception("elements", "0.5", (events) => Number(measure(events).peak) / 4),
  // `torch.cuda.memory_allocated()` after the pass, where `max_memory_allocated()` was due.
  misconception("end-of-pass", "0.5", (events) => measure(events).end),
  misconception("stale-run", "0.5", (events) => {
    const { peak, passAtEnd } = measure(events);
    return peak + passAtEnd;
  }),
  misconception("kept-activations-alone", "0.5", (events) => peakOf(only(events, "activation"))),
  misconception("peaks-of-categories", "0.5", (events) => {
    const categories = ["parameter", "input", "activation", "temporary"] as const;
    return categories.reduce((sum, category) => sum + peakOf(only(events, category)), 0n);
  }),
  {
    id: "one-sample",
    kind: "misconception",
    credit: "0.5",
    accepts: (trials) =>
      [0, 1].some((way) =>
        [() => notebookBatch, (events: Events) => Number(measure(events).batchSize)].some((batchOf) =>
          trials.every(({ input, answer }) => forOneSample(input, batchOf(input))[way] === Number(answer)),
        ),
      ),
  },
  misconception("frees-ignored", "0.25", sumAllocations),
  misconception("frees-ignored-in-pass", "0.25", (events) => sumAllocations(onlyPass(events))),
  misconception("frees-added", "0", (events) =>
    events.reduce((sum, { bytes }) => sum + BigInt(Math.abs(bytes)), 0n),
  ),
  misconception("largest-tensor", "0", findLargest),
];
