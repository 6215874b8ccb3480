/**
 * Are readings of different worth told apart by the hidden cases? A student who answers every case exactly as one
 * reading says must be judged by that reading, or by another that is worth the same.
 *
 * Every value reading is asked for its answers, and every reading that judging tries before it whether it explains
 * them all: a value reading by its own answers, a rule by its rule. Together this compares each pair of value
 * readings once, and rules with all that comes after them.
 */

import type { Earlier } from "../contract/earlier";
import { comparePoints } from "../contract/points";
import type { CallPart, Reading, Trial, ValueReading } from "../contract/question";
import { lookBack } from "../judge/asked";
import { carry } from "../judge/carry";
import { findMix } from "../judge/mix";
import type { PlannedCase } from "../judge/plan";
import { explainsAll, sortReadings } from "../judge/readings";
import type { Confusion, Separation } from "./confusion";
import type { JudgedSolution } from "./judged-solution";
import { watchEarlier } from "./remember-answers";
import { type PairSlice, separateVectors } from "./separate-vectors";

type AnyReading = Reading<unknown, unknown>;
type AnyTrial = Trial<unknown, unknown>;

/** Compares the readings of one part on its cases, beside one person's earlier work. */
export function separateReadings(
  part: CallPart,
  cases: readonly PlannedCase[],
  judged: JudgedSolution,
  slice: PairSlice = { step: 1, first: 0 },
): Separation {
  let looksBack = false;
  const { mayCarry, answers } = carry(part, cases, judged.answers);
  const earlier = cases.map((planned) =>
    // Words make an answer right that is wrong without them: compared is what answers tell by themselves.
    watchEarlier({ ...lookBack(planned, answers, judged.work), explanation: () => "" }, () => {
      looksBack = true;
    }),
  );
  if (part.model !== undefined) {
    const beside = { earlier, mayCarry, judged: judged.name, pairs: slice };
    const seen = separateVectors(part, part.model, cases, beside);
    return { ...seen, looksBack };
  }
  const readings = sortReadings(part.readings).filter((one) => one.kind !== "carried" || mayCarry);
  const spoke = new Set<string>();
  let pairs = 0;
  const confusions = readings.flatMap((reading, index): readonly Confusion[] => {
    if (reading.by === "rule") return [];
    const trials = answerAll(reading, cases, earlier);
    if (trials === undefined) return [];
    spoke.add(reading.id);
    const before = readings.slice(0, index).filter((one) => isComparable(one, reading, judged));
    pairs += before.filter((one) => isWorthOther(one, reading)).length;
    return findConfusions(part, before, { reading, trials }, judged);
  });
  return { confusions, pairs, spoke, looksBack };
}

function answerAll(
  reading: ValueReading<unknown, unknown>,
  cases: readonly PlannedCase[],
  earlier: readonly Earlier[],
): readonly AnyTrial[] | undefined {
  const trials = cases.flatMap(({ case: { input } }, index) => {
    const mine = earlier[index] as Earlier;
    const answer = reading.answer(input, mine);
    return answer === undefined ? [] : [{ input, answer, earlier: mine }];
  });
  return trials.length === cases.length ? trials : undefined;
}

/**
 * What follows from right earlier answers equals the right answer, as it should; what follows from wrong ones may
 * equal a slip, which is then excused. Only right work tells whether a carried reading excuses what it should not.
 */
function isComparable(before: AnyReading, reading: AnyReading, judged: JudgedSolution): boolean {
  if (reading.kind === "carried") return !judged.isRight;
  return before.kind !== "carried" || judged.isRight;
}

function isWorthOther(a: AnyReading, b: AnyReading): boolean {
  return comparePoints(a.credit, b.credit) !== 0;
}

function findConfusions(
  part: CallPart,
  before: readonly AnyReading[],
  { reading, trials }: { readonly reading: AnyReading; readonly trials: readonly AnyTrial[] },
  judged: JudgedSolution,
): readonly Confusion[] {
  const base = { answered: reading.id, judged: judged.name };
  const single = before.flatMap((one) =>
    explainsAll(part, one, trials)
      ? [{ ...base, takenFor: one.id, isHarmless: !isWorthOther(one, reading) }]
      : [],
  );
  if (single.length > 0 || reading.kind !== "misconception") return single;
  const mix = findMix(part, before, trials);
  if (mix?.kind !== "mixed") return [];
  const names = mix.readings.map((one) => one.id).join(" mixed with ");
  return [
    { ...base, takenFor: names, isHarmless: mix.readings.every((one) => one.credit === reading.credit) },
  ];
}
