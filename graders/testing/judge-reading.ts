/** For tests: judges a student who answers every hidden case exactly as one reading says. */

import { nothingEarlier } from "../contract/nothing-earlier";
import type { Outcome } from "../contract/outcome";
import type { Question, ValueReading } from "../contract/question";
import type { Value } from "../contract/value";
import type { PartVerdict } from "../contract/verdict";
import { judgeSubmission } from "../judge/judge";
import { planQuestions } from "../judge/plan";

/** A reading with what a student earns who answers by it; undefined where it cannot speak about every case. */
export interface JudgedReading {
  readonly id: string;
  readonly credit: string;
  readonly verdict: PartVerdict | undefined;
}

/**
 * Judges each value reading of a part on the cases of a seed. A reading is told apart from all that are worth a
 * different amount exactly when its own credit comes back.
 */
export function judgeReadings(question: Question, partId: string, seed: string): readonly JudgedReading[] {
  const part = question.parts.find((one) => one.id === partId);
  if (part?.kind !== "call") throw new Error(`expected a call part "${partId}" of "${question.id}"`);
  const readings = part.readings.filter((one) => one.by === "value");
  return readings.map((reading) => ({
    id: reading.id,
    credit: reading.credit,
    verdict: judgeReading({ ...question, parts: [part] }, reading, seed),
  }));
}

/** What says that there is no answer comes as an error, as it does from most who say so. */
const toOutcome = (value: Value): Outcome =>
  typeof value === "object" && value !== null && "isNone" in value
    ? { kind: "threw", message: "there is none" }
    : { kind: "value", value };

function judgeReading(
  question: Question,
  reading: ValueReading<unknown, unknown>,
  seed: string,
): PartVerdict | undefined {
  const plan = planQuestions([question], seed);
  const outcomes = new Map<string, Outcome>();
  for (const part of plan.questions.flatMap((one) => (one.kind === "planned" ? one.parts : []))) {
    for (const { case: one, call } of part.kind === "call" ? part.cases : []) {
      const value = reading.answer(one.input, nothingEarlier) as Value;
      if (value === undefined) return undefined;
      outcomes.set(call.key, toOutcome(value));
    }
  }
  const [verdict] = judgeSubmission(plan, {
    getOutcome: (key) => outcomes.get(key) ?? { kind: "missing-export" },
    getExplanation: () => "",
  });
  if (verdict?.status === "not_graded") throw new Error(verdict.fault);
  return verdict?.parts[0];
}
