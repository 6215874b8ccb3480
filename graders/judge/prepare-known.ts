/** Works out what wrong answers to a plan would be, so that the first submission need not wait for it. */
import { prepare } from "./explain";
import type { Plan } from "./plan";

/** A part with each step: whoever is asked something in between answers first. */
export function* prepareKnown({ questions }: Plan): Generator<void> {
  for (const planned of questions) {
    if (planned.kind === "faulty") continue;
    for (const one of planned.parts) {
      if (one.kind === "text" || one.part.model === undefined) continue;
      try {
        prepare(one.part.model, one.cases);
      } catch {
        // Judging meets it again, and says whose fault it is.
      }
      yield;
    }
  }
}
