/**
 * Are the options of a part told apart by the hidden cases, alone and in pairs? Somebody who answers every case as two
 * options together say must get the product of their credits; a pair whose answers are those of something better is
 * declared as a collision, with its reason.
 */
import type { ChoiceModel, Picks } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import type { CallPart } from "../contract/question";
import type { PlacedTrial } from "../judge/as-expected";
import { explain } from "../judge/explain";
import type { PlannedCase } from "../judge/plan";
import { listVectors, type Vector } from "../judge/vectors";
import type { Confusion, Separation } from "./confusion";

export interface Beside {
  readonly earlier: readonly Earlier[];
  readonly mayCarry: boolean;
  /** Whose earlier work it is. */
  readonly judged: string;
  /** Which pairs are compared; options by themselves always are. */
  readonly pairs: PairSlice;
}

/** Every `step`-th pair, from the one at `first`. */
export interface PairSlice {
  readonly step: number;
  readonly first: number;
}

export function separateVectors(
  part: CallPart,
  model: ChoiceModel,
  cases: readonly PlannedCase[],
  { earlier, mayCarry, judged, pairs: { step, first } }: Beside,
): Omit<Separation, "looksBack"> {
  const spoke = new Set<string>();
  let pairs = 0;
  const confusions = listVectors(model).flatMap((vector, place): readonly Confusion[] => {
    if (vector.deviations.length > 2 || vector.solved !== undefined || (vector.isOwn && !mayCarry)) return [];
    if (vector.deviations.length === 2 && place % step !== first % step) return [];
    const trials = answerAll(model, vector, cases, earlier);
    if (trials === undefined) return [];
    if (vector.isOwn && !ownVaries(model, vector, cases, earlier)) return [];
    const reading = explain({ part, model, cases }, trials, mayCarry);
    const answered = nameVector(model, vector);
    for (const id of [answered, ...Object.values(vector.picks)]) spoke.add(id);
    pairs++;
    if (reading === undefined) return [{ answered, takenFor: "nothing", judged, isHarmless: false }];
    if (reading.id === answered || reading.credit === vector.credit || isDeclared(model, vector.picks))
      return [];
    // What follows from the student's own work is carried, whatever else would answer the same.
    if (!vector.isOwn && isBuiltOnOwn(model, reading.picks ?? {})) return [];
    return [
      {
        answered: `${answered} (${vector.credit})`,
        takenFor: `${reading.id} (${reading.credit})`,
        judged,
        isHarmless: false,
      },
    ];
  });
  return { confusions, pairs, spoke };
}

function answerAll(
  model: ChoiceModel,
  { effects }: Vector,
  cases: readonly PlannedCase[],
  earlier: readonly Earlier[],
): readonly PlacedTrial[] | undefined {
  const trials = cases.flatMap(({ case: { input } }, at): readonly PlacedTrial[] => {
    const mine = earlier[at] as Earlier;
    const answer = model.answer(input, effects, mine);
    return answer === undefined ? [] : [{ at, input, answer, earlier: mine }];
  });
  return trials.length === cases.length ? trials : undefined;
}

/**
 * Earlier work that leaves one number for every case (bytes without the weights, which every batch suits) tells no slips
 * apart, whatever they do to that number.
 */
function ownVaries(
  model: ChoiceModel,
  { deviations }: Vector,
  cases: readonly PlannedCase[],
  earlier: readonly Earlier[],
): boolean {
  const own = deviations.filter(({ option }) => option.isOwn === true);
  const effects = Object.fromEntries([
    ...Object.entries(model.choices).map(([choice, [reference]]) => [choice, reference.effect]),
    ...own.map(({ choice, option }) => [choice, option.effect]),
  ]);
  const numbers = cases.flatMap(({ case: { input } }, at) => {
    const answer = model.answer(input, effects, earlier[at] as Earlier);
    return answer === undefined ? [] : [model.probe(answer)].filter((one) => !Number.isNaN(one));
  });
  return new Set(numbers).size !== 1;
}

function isBuiltOnOwn({ choices }: ChoiceModel, picks: Picks): boolean {
  return Object.entries(picks).some(([choice, id]) =>
    choices[choice]?.some((option) => option.id === id && option.isOwn === true),
  );
}

function isDeclared({ collisions }: ChoiceModel, picks: Picks): boolean {
  return collisions.some(({ answered }) =>
    Object.entries(answered).every(([choice, id]) => picks[choice] === id),
  );
}

function nameVector({ referenceId }: ChoiceModel, { picks }: Vector): string {
  return Object.values(picks).join("+") || referenceId;
}
