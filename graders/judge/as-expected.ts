/** Whether answers are those that some options expect: each by itself, and all of them together. */
import type { ChoiceModel } from "../contract/choice";
import type { CallPart, Trial } from "../contract/question";

/** A trial with the place of its case in the part. */
export interface PlacedTrial extends Trial<unknown, unknown> {
  readonly at: number;
}

/** Answers to a part, and the options that may explain them. */
export interface Search {
  readonly part: CallPart;
  readonly model: ChoiceModel;
  readonly trials: readonly PlacedTrial[];
}

export function explainsEach(search: Search, expect: (trial: PlacedTrial) => unknown): boolean {
  const { part, trials } = search;
  return (
    trials.every((trial) => isSameAs(part, expect(trial), trial.answer, trial.input)) &&
    areAlike(search, expect)
  );
}

/** Of those that are as expected. */
export function areAlike({ part, model, trials }: Search, expect: (trial: PlacedTrial) => unknown): boolean {
  if (model.areAlike === undefined) return true;
  const pairs = trials.flatMap((trial) => {
    const expected = expect(trial);
    return isSameAs(part, expected, trial.answer, trial.input)
      ? [{ expected, came: trial.answer, input: trial.input }]
      : [];
  });
  return model.areAlike(pairs);
}

export function isSameAs(part: CallPart, expected: unknown, came: unknown, input: unknown): boolean {
  return expected !== undefined && part.isSame(expected, came, input);
}
