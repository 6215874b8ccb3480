/**
 * What follows from one student's earlier work. The vectors that look back are worked out in tiers, best first, each
 * for the first case only when nothing better was found, and looked up like known ones.
 */
import type { ChoiceModel } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import { remember } from "../contract/remember";
import { AnswerIndex } from "./answer-index";
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

/** Somebody's earlier work, seen from one case, is one object for as long as it is judged. */
const getFollowing = remember((_: Earlier) => ({
  answers: new Map<Vector, unknown>(),
  indices: new Map<Tier, AnswerIndex>(),
}));

interface Place {
  readonly input: unknown;
  readonly earlier: Earlier;
}

export function answerOwn(model: ChoiceModel, vector: Vector, { input, earlier }: Place): unknown {
  const { answers } = getFollowing(earlier);
  if (!answers.has(vector)) answers.set(vector, model.answer(input, vector.effects, earlier));
  return answers.get(vector);
}

/** The vectors of a tier that may have answered so, best first. */
export function findOwnCandidates(
  model: ChoiceModel,
  tier: Tier,
  trial: Place & { readonly answer: unknown },
): readonly Vector[] {
  const { indices } = getFollowing(trial.earlier);
  const answers = (): unknown[] => tier.map((vector) => answerOwn(model, vector, trial));
  const index = indices.get(tier) ?? new AnswerIndex(model, answers());
  indices.set(tier, index);
  return index.find(trial.answer).flatMap((place) => tier[place] ?? []);
}
