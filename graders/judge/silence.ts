/** What a few cases without an answer may hide: silence on the very inputs that would show a slip is worth no more than it. */
import type { ChoiceModel, Picks } from "../contract/choice";
import { solveNumber } from "../contract/solve-number";
import type { ReadingRef } from "../contract/verdict";
import { explainsEach, type PlacedTrial, type Search } from "./as-expected";
import { answerOwn } from "./own-answers";
import { findVector, isSlip, type Vector } from "./vectors";

type Place = Pick<PlacedTrial, "input" | "earlier">;

/**
 * @param search with the answers that came, to inputs that nobody can have looked up
 * @param reading what explains them
 * @param silent the cases that have none
 * @returns the credit of all slips together, one of each choice and the worst of it, each of which explains these answers
 *   as well and would have shown in silent cases; more than are explained at all are worth nothing
 */
export function findHidden(
  { part, model, trials }: Search,
  { picks = {} }: ReadingRef,
  silent: readonly Place[],
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
  const hides = (one: Vector): boolean =>
    one.solved === undefined
      ? explainsToo(one) && shows(one)
      : mayShow({ part, model, trials }, one, found, silent);
  const hidden = Object.keys(model.choices).flatMap((choice) => {
    const [worst] = listSlipped(model, picks, choice)
      .filter(hides)
      .sort((a, b) => a.share - b.share);
    return worst === undefined ? [] : [[choice, worst.picks[choice] ?? ""] as const];
  });
  if (hidden.length === 0) return undefined;
  return findVector(model, { ...picks, ...Object.fromEntries(hidden) })?.credit ?? "0";
}

/** Whether a slip that holds a number does, for some number that explains what came, what is not right in a silent case. */
function mayShow(
  { model, trials }: Search,
  { solved, effects }: Vector,
  found: Vector,
  silent: readonly Place[],
): boolean {
  const range = solved?.option.solved;
  const numbers = range && solveNumber(model, effects, range, trials);
  if (numbers === undefined) return false;
  return silent.some((place) => {
    const right = answerOwn(model, found, place);
    if (right === undefined) return false;
    const alike = model.solve?.(place.input, effects, right, place.earlier);
    return alike === undefined || numbers.least < alike.least || numbers.most > alike.most;
  });
}

/** These options with a slip of this choice in place of what they have of it. */
function listSlipped(model: ChoiceModel, picks: Picks, choice: string): readonly Vector[] {
  const slips = (model.choices[choice] ?? []).filter((one) => isSlip(one) && picks[choice] !== one.id);
  return slips.flatMap(({ id }) => findVector(model, { ...picks, [choice]: id }) ?? []);
}
