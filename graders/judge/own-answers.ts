/**
 * What follows from one student's earlier work. The vectors that look back are worked out in tiers, best first, each
 * for the first case only when nothing better was found, and looked up like known ones. Who answered the same as
 * somebody before wherever a tier looked back, has the same tier.
 */
import type { ChoiceModel } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import { remember } from "../contract/remember";
import { AnswerIndex } from "./answer-index";
import { type Glance, isGlanceAsThen, watchEarlier } from "./glances";
import { listVectors, type Vector } from "./vectors";

/** Vectors of the same worth, slips, and way to be told. */
export type Tier = readonly [Vector, ...Vector[]];

/** All vectors that are worked out for each submission, best tier first. */
export const listTiers = remember((model: ChoiceModel): readonly Tier[] => {
  const tiers: [Vector, ...Vector[]][] = [];
  for (const vector of listVectors(model)) {
    if (!vector.looksBack && vector.solved === undefined) continue;
    const last = tiers.at(-1);
    if (last !== undefined && isOfTier(last[0], vector)) last.push(vector);
    else tiers.push([vector]);
  }
  return tiers;
});

function isOfTier(a: Vector, b: Vector): boolean {
  return (
    a.share === b.share &&
    a.slips === b.slips &&
    a.looksBack === b.looksBack &&
    (a.solved === undefined) === (b.solved === undefined)
  );
}

interface Place {
  readonly input: unknown;
  readonly earlier: Earlier;
}

/** Of one case, for as long as it is judged. */
const getFollowing = remember((earlier: Earlier) =>
  remember((_input: object) =>
    remember((_model: ChoiceModel) => ({
      answers: new Map<Vector, unknown>(),
      indices: new Map<Tier, AnswerIndex>(),
      watched: watchEarlier(earlier),
    })),
  ),
);

const follow = (model: ChoiceModel, { input, earlier }: Place) =>
  getFollowing(earlier)(isObject(input) ? input : model)(model);

export function answerOwn(model: ChoiceModel, vector: Vector, place: Place): unknown {
  const { answers, watched } = follow(model, place);
  if (!answers.has(vector)) answers.set(vector, model.answer(place.input, vector.effects, watched.earlier));
  return answers.get(vector);
}

/** The vectors of a tier that may have answered so, best first. */
export function findOwnCandidates(
  model: ChoiceModel,
  tier: Tier,
  trial: Place & { readonly answer: unknown },
): readonly Vector[] {
  const { indices } = follow(model, trial);
  const index = indices.get(tier) ?? findIndex(model, tier, trial);
  indices.set(tier, index);
  return index.find(trial.answer).flatMap((place) => tier[place] ?? []);
}

/** What the vectors of a tier answered, and all that they looked at for it. */
interface Shared {
  readonly index: AnswerIndex;
  readonly glances: readonly Glance[];
}

/** Of a tier and a case, so that a class of any size and variety leaves memory flat. */
const mostShared = 8;

const getShared = remember((_: Tier) => new WeakMap<object, Shared[]>());

function findIndex(model: ChoiceModel, tier: Tier, place: Place): AnswerIndex {
  const { input, earlier } = place;
  const ofTier = getShared(tier);
  const shared = (isObject(input) ? ofTier.get(input) : undefined) ?? [];
  const known = shared.find(({ glances }) => glances.every((one) => isGlanceAsThen(one, earlier)));
  if (known !== undefined) return known.index;
  const { watched } = follow(model, place);
  const answers = tier.map(({ effects }) => model.answer(input, effects, watched.earlier));
  const made = { index: new AnswerIndex(model, answers), glances: watched.list() };
  if (isObject(input)) ofTier.set(input, [made, ...shared.slice(0, mostShared - 1)]);
  return made.index;
}

const isObject = (input: unknown): input is object => typeof input === "object" && input !== null;
