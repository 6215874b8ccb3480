/** The number that an answer holds and nobody told: what is kept free, a share. */
import type { ChoiceModel, Interval, SolvedRange } from "./choice";
import type { Trial } from "./trial";

/** @returns the values within the range with which these options explain every trial; `undefined` for none */
export function solveNumber(
  model: ChoiceModel,
  effects: Readonly<Record<string, unknown>>,
  range: SolvedRange,
  trials: readonly Trial<unknown, unknown>[],
): Interval | undefined {
  if (range.isBesideAnother) {
    const found = model.solveTogether?.(trials, effects);
    return found && meet(range, found);
  }
  let found: Interval | undefined = range;
  for (const { input, answer, earlier } of trials) {
    const one = model.solve?.(input, effects, answer, earlier);
    found = one && meet(found, one);
    if (found === undefined) return undefined;
  }
  return found;
}

function meet(a: Interval, b: Interval): Interval | undefined {
  const [least, most] = [Math.max(a.least, b.least), Math.min(a.most, b.most)];
  return least <= most ? { least, most } : undefined;
}
