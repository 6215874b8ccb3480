/** Readings one by one: in which order they are tried, and which answers they explain. */
import { comparePoints } from "../contract/points";
import type { CallPart, Reading, Trial } from "../contract/question";
import type { ReadingRef } from "../contract/verdict";

export type AnyReading = Reading<unknown, unknown>;
type AnyTrial = Trial<unknown, unknown>;

const order: Readonly<Record<AnyReading["kind"], number>> = {
  reference: 0,
  convention: 1,
  carried: 2,
  misconception: 3,
};

/** In the order in which judging tries them. */
export function sortReadings(readings: readonly AnyReading[]): readonly AnyReading[] {
  return [...readings].sort((a, b) => order[a.kind] - order[b.kind] || comparePoints(b.credit, a.credit));
}

/** Does the reading explain the answers to all of these cases? */
export function explainsAll(part: CallPart, reading: AnyReading, trials: readonly AnyTrial[]): boolean {
  switch (reading.by) {
    case "rule":
      return reading.accepts(trials);
    case "value":
      return trials.every((trial) => explains(part, reading, trial));
  }
}

export function explains(part: CallPart, reading: AnyReading, trial: AnyTrial): boolean {
  return findExpected(part, reading, trial) !== undefined;
}

/** What a reading answers to a case, where that is what came. */
export function findExpected(part: CallPart, reading: AnyReading, trial: AnyTrial): unknown {
  if (reading.by === "rule") return undefined;
  const expected = reading.answer(trial.input, trial.earlier);
  return expected !== undefined && part.isSame(expected, trial.answer, trial.input) ? expected : undefined;
}

export function refer(reading: AnyReading): ReadingRef {
  return { id: reading.id, kind: reading.kind, credit: reading.credit };
}
