/** What a few cases without an answer may hide: silence on the very inputs that would show a slip is worth no more than it. */
import type { ChoiceModel, Interval, Picks } from "../contract/choice";
import { solveNumber } from "../contract/solve-number";
import type { ReadingRef } from "../contract/verdict";
import { explainsEach, type PlacedTrial, type Search } from "./as-expected";
import { type ChoiceCases, listAlike } from "./explain";
import { answerOwn } from "./own-answers";
import { findVector, isSlip, listVectors, type Vector } from "./vectors";

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
  if (found === undefined) return undefined;
  const search = { part, model, trials };
  const hides = (one: Vector): boolean =>
    explainsToo(search, one) && shows(search, { one, found, tell: tellSurely }, silent);
  const hidden = Object.keys(model.choices).flatMap((choice) => {
    const [worst] = listSlipped(model, picks, choice)
      .filter(hides)
      .sort((a, b) => a.share - b.share);
    return worst === undefined ? [] : [[choice, worst.picks[choice] ?? ""] as const];
  });
  if (hidden.length === 0) return undefined;
  return findVector(model, { ...picks, ...Object.fromEntries(hidden) })?.credit ?? "0";
}

/** What is silent, and what is paid for the rest, as a share. */
export interface Silence {
  readonly silent: readonly Place[];
  readonly paid: number;
}

/**
 * Whether options that are worth less than what is paid explain these answers as well, and would have shown in silent
 * cases: several slips together may, or one beside another convention. Nobody can tell who is silent for which reason.
 */
export function leavesOpen(
  about: ChoiceCases,
  trials: readonly PlacedTrial[],
  { picks = {} }: ReadingRef,
  { silent, paid }: Silence,
): boolean {
  const { part, model } = about;
  const found = findVector(model, picks);
  if (found === undefined) return false;
  const search = { part, model, trials };
  const isLess = ({ share }: Vector): boolean => share < paid;
  const wouldShow = (one: Vector): boolean => shows(search, { one, found, tell: tellMaybe }, silent);
  const solved = listVectors(model).filter(
    (one) => one.solved !== undefined && !one.looksBack && isLess(one) && explainsToo(search, one),
  );
  return listAlike(about, trials).filter(isLess).some(wouldShow) || solved.some(wouldShow);
}

function explainsToo({ part, model, trials }: Search, one: Vector): boolean {
  return one.solved === undefined
    ? explainsEach({ part, model, trials }, (trial) => answerOwn(model, one, trial))
    : solveFor({ part, model, trials }, one) !== undefined;
}

function solveFor({ model, trials }: Search, { solved, effects }: Vector): Interval | undefined {
  const range = solved?.option.solved;
  return range && solveNumber(model, effects, range, trials);
}

/** How an answer is given by what is right and by a slip. */
type Tell = (rightly: Given, wrongly: Given) => boolean;

/** Whatever numbers explain what came. */
const tellSurely: Tell = (a, b) => (a === "surely" && b === "never") || (a === "never" && b === "surely");
/** For some of them. */
const tellMaybe: Tell = (a, b) => (a === "never") !== (b === "never");

interface Compared {
  readonly one: Vector;
  readonly found: Vector;
  readonly tell: Tell;
}

/** Whether a slip is not what is right in a silent case. */
function shows(search: Search, { one, found, tell }: Compared, silent: readonly Place[]): boolean {
  const { part, model } = search;
  if (one.solved !== undefined && found.solved === undefined) return mayShow(search, one, found, silent);
  const plain = [found, one].map((vector) => dropNumber(model, vector));
  const gives = [found, one].map((vector) => findGives(search, vector));
  const came = search.trials.map(({ answer }) => answer);
  return silent.some((place) => {
    const [right, slipped] = plain.map((vector) => answerOwn(model, vector, place));
    if (right === undefined || slipped === undefined) return false;
    if (isOfTwoNumbers(found) || isOfTwoNumbers(one)) return !part.isSame(right, slipped, place.input);
    // What leaves too little is answered as elsewhere.
    return [right, slipped, ...came].some((answer) => {
      const [rightly = "never", wrongly = "never"] = gives.map((give) => give(place, answer));
      return tell(rightly, wrongly);
    });
  });
}

/** Of those nobody can tell from one case what they give there: what is between the others is between these. */
const isOfTwoNumbers = ({ solved }: Vector): boolean => solved?.option.solved?.isBesideAnother === true;

function dropNumber(model: ChoiceModel, one: Vector): Vector {
  if (one.solved === undefined) return one;
  const { [one.solved.choice]: _, ...picks } = one.picks;
  return findVector(model, picks) ?? one;
}

type Given = "surely" | "maybe" | "never";
type Gives = (place: Place, answer: unknown) => Given;

/** Whether this is answered in a place, by the numbers that explain what came. */
function findGives(search: Search, one: Vector): Gives {
  const { part, model } = search;
  if (one.solved === undefined)
    return (place, answer) =>
      part.isSame(answerOwn(model, one, place), answer, place.input) ? "surely" : "never";
  const numbers = solveFor(search, one);
  return ({ input, earlier }, answer) => {
    const alike = model.solve?.(input, one.effects, answer, earlier);
    if (alike === undefined || numbers === undefined) return "never";
    if (numbers.most < alike.least || numbers.least > alike.most) return "never";
    return numbers.least < alike.least || numbers.most > alike.most ? "maybe" : "surely";
  };
}

/** Whether a slip that holds a number does, for some number that explains what came, what is not right in a silent case. */
function mayShow(search: Search, one: Vector, found: Vector, silent: readonly Place[]): boolean {
  const gives = findGives(search, one);
  return silent.some((place) => {
    const right = answerOwn(search.model, found, place);
    return right !== undefined && gives(place, right) !== "surely";
  });
}

/** These options with a slip of this choice in place of what they have of it. */
function listSlipped(model: ChoiceModel, picks: Picks, choice: string): readonly Vector[] {
  const slips = (model.choices[choice] ?? []).filter((one) => isSlip(one) && picks[choice] !== one.id);
  return slips.flatMap(({ id }) => findVector(model, { ...picks, [choice]: id }) ?? []);
}
