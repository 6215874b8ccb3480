/** The most bytes alive in each phase of a recorded run, and of the model's events for the same run. */

import { convNeXtV2Variants } from "../convnextv2/architecture";
import type { MemoryEvent } from "../convnextv2/events";
import { listForwardEvents } from "../convnextv2/forward-events";
import { listTrainingEvents } from "../convnextv2/training-events";
import type { Phase, Recording, RecordingSummary } from "./recordings";

/** Peaks in bytes, of what was there before the run too. A forward pass has no backward and no step. */
export type PhasePeaks = Readonly<Record<Phase, bigint>>;

/** The model's events for the run that a recording is of. */
export function listModelledEvents(recording: RecordingSummary): readonly MemoryEvent[] {
  const { batchSize, imageSide, run } = recording;
  const sizes = { arch: convNeXtV2Variants[recording.variant], batchSize, imageSide };
  switch (run.kind) {
    case "forward":
      return listForwardEvents({ ...sizes, mode: run.mode });
    case "training":
      return listTrainingEvents({ ...sizes, ...run });
  }
}

/** Peaks of a recording, by the marks that were recorded with it. */
export function measureRecordedPhases({ events, phaseStarts }: Recording): PhasePeaks {
  const backward = phaseStarts.backward ?? events.length;
  return measurePhases(events, backward, phaseStarts.step ?? events.length);
}

/**
 * Peaks of the model's events, in which the gradient of the loss comes to life as backward begins and goes as the step
 * begins. What is alive at the end counts to the step, in which a fused one makes nothing.
 */
export function measureModelledPhases(events: readonly MemoryEvent[]): PhasePeaks {
  const backward = indexOrEnd(events, ({ op, bytes }) => op === "loss.backward" && bytes > 0);
  return measurePhases(
    events,
    backward,
    indexOrEnd(events, ({ op, bytes }) => op === "loss.backward" && bytes < 0),
  );
}

function indexOrEnd(events: readonly MemoryEvent[], isStart: (event: MemoryEvent) => boolean): number {
  const found = events.findIndex(isStart);
  return found === -1 ? events.length : found;
}

function measurePhases(events: readonly MemoryEvent[], backward: number, step: number): PhasePeaks {
  let live = 0n;
  const peaks = { forward: 0n, backward: 0n, step: 0n };
  events.forEach((event, index) => {
    const phase = index < backward ? "forward" : index < step ? "backward" : "step";
    live += BigInt(event.bytes);
    peaks[phase] = live > peaks[phase] ? live : peaks[phase];
  });
  return peaks;
}
