/**
 * Are the options of a part told apart by the hidden cases, alone and in pairs? Somebody who answers every case as two
 * options together say must get the product of their credits; a pair whose answers are those of something better is
 * declared as a collision, with its reason.
 */
import type { ChoiceModel, Picks } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import type { CallPart } from "../contract/question";
import { explain, type PlacedTrial } from "../judge/explain";
import type { PlannedCase } from "../judge/plan";
import { listVectors, type Vector } from "../judge/vectors";
import type { Confusion, Separation } from "./confusion";

export interface Beside {
  readonly earlier: readonly Earlier[];
  readonly mayCarry: boolean;
  /** Whose earlier work it is. */
  readonly judged: string;
}

export function separateVectors(
  part: CallPart,
  model: ChoiceModel,
  cases: readonly PlannedCase[],
  { earlier, mayCarry, judged }: Beside,
): Omit<Separation, "looksBack"> {
  const spoke = new Set<string>();
  let pairs = 0;
  const confusions = listVectors(model).flatMap((vector): readonly Confusion[] => {
    if (vector.deviations.length > 2 || vector.solved !== undefined || (vector.isOwn && !mayCarry)) return [];
    const trials = answerAll(model, vector, cases, earlier);
    if (trials === undefined) return [];
    const reading = explain(part, model, cases, trials, mayCarry);
    const answered = nameVector(model, vector);
    for (const id of [answered, ...Object.values(vector.picks)]) spoke.add(id);
    pairs++;
    if (reading === undefined) return [{ answered, takenFor: "nothing", judged, isHarmless: false }];
    const isSame = reading.id === answered || reading.credit === vector.credit;
    // What follows from earlier work is worth more than the same slip without it.
    const isCarried = reading.kind === "carried" && !vector.isOwn;
    if (isSame || isCarried || isDeclared(model, vector.picks)) return [];
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

function isDeclared({ collisions }: ChoiceModel, picks: Picks): boolean {
  return collisions.some(({ answered }) =>
    Object.entries(answered).every(([choice, id]) => picks[choice] === id),
  );
}

function nameVector({ referenceId }: ChoiceModel, { picks }: Vector): string {
  return Object.values(picks).join("+") || referenceId;
}
