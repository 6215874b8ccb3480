/** What a few cases without an answer may hide: silence on the very inputs that would show a slip is worth no more than it. */
import type { ChoiceModel, Picks } from "../contract/choice";
import type { ReadingRef } from "../contract/verdict";
import { explainsEach, type PlacedTrial, type Search } from "./as-expected";
import { least } from "./credit";
import { answerOwn } from "./own-answers";
import { findVector, isSlip, type Vector } from "./vectors";

/**
 * @param search with the answers that came
 * @param reading what explains them
 * @param silent the cases that have none
 * @returns the least credit of one slip more that explains these answers as well and would have shown in silent cases
 */
export function findHidden(
  { part, model, trials }: Search,
  { picks = {} }: ReadingRef,
  silent: readonly Pick<PlacedTrial, "input" | "earlier">[],
): string | undefined {
  const found = findVector(model, picks);
  if (found === undefined || found.solved !== undefined) return undefined;
  const shows = (one: Vector): boolean =>
    silent.some((place) => {
      const [right, slipped] = [answerOwn(model, found, place), answerOwn(model, one, place)];
      return right !== undefined && slipped !== undefined && !part.isSame(right, slipped, place.input);
    });
  const explainsToo = (one: Vector): boolean =>
    explainsEach({ part, model, trials }, (trial) => answerOwn(model, one, trial));
  const [first, ...more] = listSlipped(model, picks).filter((one) => explainsToo(one) && shows(one));
  return first && more.reduce((credit, one) => least(credit, one.credit), first.credit);
}

/** These options with a slip in place of any one of them. */
function listSlipped(model: ChoiceModel, picks: Picks): readonly Vector[] {
  return Object.entries(model.choices).flatMap(([choice, options]) =>
    options
      .filter((one) => isSlip(one) && one.solved === undefined && picks[choice] !== one.id)
      .flatMap(({ id }) => findVector(model, { ...picks, [choice]: id }) ?? []),
  );
}
