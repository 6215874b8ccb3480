/** Which options explain all answers of a part: known vectors by look-up, then those with own or solved numbers. */
import type { ChoiceModel, Picks } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import type { CallPart } from "../contract/question";
import { remember } from "../contract/remember";
import { solveNumber } from "../contract/solve-number";
import type { ReadingRef } from "../contract/verdict";
import { areAlike, explainsEach, isSameAs, type PlacedTrial, type Search } from "./as-expected";
import type { Following } from "./following";
import { type Found, refer } from "./found";
import { KnownAnswers } from "./known-answers";
import { answerOwn, findOwnCandidates, listTiers, type Tier } from "./own-answers";
import type { PlannedCase } from "./plan";
import { compareVectors, findVector, type Vector } from "./vectors";

/** One set of answers per part and batch: a part's cases are one list as long as the batch lasts. */
const getKnown = remember((model: ChoiceModel) =>
  remember(
    (cases: readonly PlannedCase[]) =>
      new KnownAnswers(
        model,
        cases.map((one) => one.case.input),
      ),
  ),
);

/** What of it can be worked out before anybody has answered: the look-up of the first case, which comes first. */
export function prepare(model: ChoiceModel, cases: readonly PlannedCase[]): void {
  listTiers(model);
  getKnown(model)(cases).prepareIndex(0);
}

/** A part declared by choices, with all of its cases. */
export interface ChoiceCases {
  readonly part: CallPart;
  readonly model: ChoiceModel;
  readonly cases: readonly PlannedCase[];
}

/**
 * @param trials the cases that were answered, at least one
 * @param mayCarry the student's earlier work is fit to build on
 */
export function explain(
  { part, model, cases }: ChoiceCases,
  trials: readonly PlacedTrial[],
  mayCarry: boolean,
): ReadingRef | undefined {
  const search = { part, model, trials };
  const known = findKnown(search, getKnown(model)(cases));
  // Nothing that is worked out for this submission alone could be worth more.
  const isBest = known !== undefined && known.vector.slips === 0;
  const found = isBest ? known : (findWorkedOut(search, known?.vector, mayCarry) ?? known);
  return found && refer(model, found);
}

/** What is accepted whole, and looks at nothing but the answers: no earlier work, no text. */
export function explainPlainly(
  { part, model, cases }: ChoiceCases,
  trials: readonly PlacedTrial[],
): ReadingRef | undefined {
  const known = getKnown(model)(cases);
  const found = findKnown({ part, model, trials }, known, known.countPlain);
  return found && refer(model, found);
}

/** Options that explained a part, the answers they explained, and answers of the same function to other inputs. */
export interface Further {
  readonly picks: Picks;
  readonly trials: readonly PlacedTrial[];
  readonly further: readonly PlacedTrial[];
}

/**
 * Whether what explained a part also explains further answers: the options that were picked, or others that its own
 * cases could not tell from them.
 */
export function explainsAlike(
  { part, model, cases }: ChoiceCases,
  { picks, trials, further }: Further,
): Following {
  const [first] = trials;
  const picked = findVector(model, picks);
  const follow = (one: Vector): Following => followAll({ part, model, trials }, one, further);
  const byPicks = picked === undefined ? "follows" : follow(picked);
  if (byPicks !== "differs" || first === undefined) return byPicks;
  const known = getKnown(model)(cases);
  const isAlike = (place: number): boolean =>
    explainsEach({ part, model, trials }, ({ at }) => known.getAnswer(place, at));
  const alike = known
    .findCandidates(first.at, first.answer)
    .filter(isAlike)
    .map((place) => known.vectors[place]);
  // What is explained whatever it is proves nothing.
  const isOpen = ({ deviations }: Vector): boolean =>
    deviations.some(({ option }) => option.leavesOpen === true);
  const isAsWell = (one: Vector | undefined): boolean =>
    one !== undefined && !isOpen(one) && follow(one) === "follows";
  return alike.some(isAsWell) || listOwnAlike({ part, model, trials }, first).some(isAsWell)
    ? "follows"
    : "differs";
}

/** What follows from the student's own numbers and explains the answers as well, though something else did so first. */
function listOwnAlike({ part, model, trials }: Search, first: PlacedTrial): readonly Vector[] {
  return listTiers(model)
    .filter(([one]) => one.solved === undefined)
    .flatMap((tier) => findOwnCandidates(model, tier, first))
    .filter((one) => explainsEach({ part, model, trials }, (trial) => answerOwn(model, one, trial)));
}

/** @param search with the answers that were judged: others that are told in another way than these differ */
function followAll(search: Search, vector: Vector, further: readonly PlacedTrial[]): Following {
  const { part, model, trials } = search;
  const all = further.map((trial) => follow(part, model, vector, trial));
  const found = all.flatMap((one) => one ?? []);
  // What explained a part and expects nothing of all that is built on it, says nothing about that.
  if (found.length === 0 && all.length > 0) return "unproven";
  if (found.includes("differs")) return "differs";
  const expect = ({ input, earlier }: PlacedTrial): unknown => model.answer(input, vector.effects, earlier);
  const isAlike =
    vector.solved !== undefined || areAlike({ ...search, trials: [...trials, ...further] }, expect);
  return !isAlike ? "differs" : (found.find((one) => one === "unproven") ?? "follows");
}

/**
 * What builds on numbers that nobody knows here may be anything.
 *
 * @returns undefined where nothing can be expected
 */
function follow(
  part: CallPart,
  model: ChoiceModel,
  vector: Vector,
  trial: PlacedTrial,
): Following | undefined {
  const { input, answer, earlier } = trial;
  if (vector.solved !== undefined)
    return solve({ part, model, trials: [trial] }, vector) === undefined ? "differs" : "follows";
  let isUnknown = false;
  const watched: Earlier = {
    ...earlier,
    answer: (name) => {
      const value = earlier.answer(name);
      isUnknown ||= value === undefined;
      return value;
    },
  };
  const expected = model.answer(input, vector.effects, watched);
  if (expected === undefined) return vector.isOwn && isUnknown ? "unproven" : undefined;
  const isMeant =
    part.isSame(expected, answer, input) || part.mayMean?.(vector.picks, input, answer) === true;
  return isMeant ? "follows" : "differs";
}

/** The reference and the single options that explain one case by themselves; staff see them as evidence. */
export function listExplaining(
  { part, model, cases }: ChoiceCases,
  { at, answer, input }: PlacedTrial,
): readonly string[] {
  const known = getKnown(model)(cases);
  return known.singles
    .filter((place) => isSameAs(part, known.getAnswer(place, at), answer, input))
    .map((place) => known.vectors[place]?.deviations[0]?.option.id ?? model.referenceId);
}

/** All that explain the answers and look at nothing else, best first. @param trials at least one */
export function listAlike(
  { part, model, cases }: ChoiceCases,
  trials: readonly PlacedTrial[],
): readonly Vector[] {
  const known = getKnown(model)(cases);
  const candidates = trials[0] === undefined ? [] : known.findCandidates(trials[0].at, trials[0].answer);
  return candidates
    .filter((place) => explainsEach({ part, model, trials }, ({ at }) => known.getAnswer(place, at)))
    .flatMap((place) => known.vectors[place] ?? []);
}

/** @param among so many vectors, the best ones */
function findKnown(
  { part, model, trials }: Search,
  known: KnownAnswers,
  among = known.vectors.length,
): Found | undefined {
  const [first] = trials;
  if (first === undefined) return undefined;
  const explainsAll = (place: number): boolean =>
    explainsEach({ part, model, trials }, ({ at }) => known.getAnswer(place, at));
  const [reference] = known.vectors;
  // Most answers are right, and need no list of what wrong ones would be.
  if (reference !== undefined && explainsAll(0)) return { vector: reference };
  const candidates = known.findCandidates(first.at, first.answer).filter((place) => place < among);
  const found = candidates.findIndex(explainsAll);
  const best = known.vectors[candidates[found] ?? Number.NaN];
  if (best === undefined || best.slips === 0) return best && { vector: best };
  const orElse = candidates
    .slice(found + 1)
    .find((place) => isEqualGuess(best, known.vectors[place]) && explainsAll(place));
  return { vector: best, ...(orElse === undefined ? {} : { orElse: known.vectors[orElse] }) };
}

/** As good a guess about a slip as another, and one that would be told differently. */
function isEqualGuess(a: Vector, b: Vector | undefined): boolean {
  if (b === undefined) return false;
  const isAsGood =
    a.credit === b.credit && a.slips === b.slips && a.deviations.length === b.deviations.length;
  return isAsGood && listSaid(a) !== listSaid(b);
}

function listSaid({ deviations }: Vector): string {
  return deviations.map(({ option }) => option.says ?? "").join("\n");
}

/** Vectors with the student's own numbers or one to be solved for, if one is better than what is known. */
function findWorkedOut(search: Search, known: Vector | undefined, mayCarry: boolean): Found | undefined {
  for (const tier of listTiers(search.model)) {
    if (known !== undefined && compareVectors(tier[0], known) >= 0) return undefined;
    const found =
      tier[0].solved === undefined ? followOwn(search, tier, mayCarry) : solveOne(search, tier, mayCarry);
    if (found !== undefined) return found;
  }
  return undefined;
}

function followOwn({ part, model, trials }: Search, tier: Tier, mayCarry: boolean): Found | undefined {
  const [first] = trials;
  const vector = (first === undefined ? [] : findOwnCandidates(model, tier, first)).find(
    (one) =>
      (mayCarry || !one.isOwn) &&
      explainsEach({ part, model, trials }, (trial) => answerOwn(model, one, trial)),
  );
  return vector && { vector };
}

function solveOne(search: Search, tier: Tier, mayCarry: boolean): Found | undefined {
  for (const vector of tier) {
    if (vector.isOwn && !mayCarry) continue;
    const value = solve(search, vector);
    if (value !== undefined) return { vector, value };
  }
  return undefined;
}

/** The number in the middle of those that explain every case; the least where any will do. */
function solve({ model, trials }: Search, { solved, effects }: Vector): number | undefined {
  const range = solved?.option.solved;
  const found = range && solveNumber(model, effects, range, trials);
  return found && (found.least + found.most) / 2;
}
