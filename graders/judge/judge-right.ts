/**
 * Parts whose answers are right by themselves. Whatever the submission answered elsewhere makes no difference to them, so
 * that nothing else is looked at: most answers of a class are such.
 */
import type { Outcome } from "../contract/outcome";
import type { CallPart } from "../contract/question";
import type { PartFinding, PartVerdict } from "../contract/verdict";
import { ask, type JudgedTrial, toTrial } from "./asked";
import { collectEvidence } from "./evidence";
import { explainPlainly } from "./explain";
import type { PlannedCase } from "./plan";
import { sortReadings } from "./readings";

/** Refuses: who is right by himself needs nobody's earlier work. */
const nobody = {
  answer: refuse,
  reading: refuse,
  explanation: refuse,
};

function refuse(): never {
  throw new RangeError("answers that are right by themselves were compared with earlier work");
}

/** @returns undefined where not every case has an answer, or where something is left to explain */
export function judgeRight(
  part: CallPart,
  cases: readonly PlannedCase[],
  getOutcome: (key: string) => Outcome,
): PartVerdict | undefined {
  const { model } = part;
  if (model === undefined) return undefined;
  const asked = cases.map((planned, at) => ({
    at,
    ...ask(part, planned, getOutcome(planned.call.key), nobody),
  }));
  const trials: readonly JudgedTrial[] = asked.flatMap(toTrial);
  const reading = trials.length === cases.length && explainPlainly({ part, model, cases }, trials);
  if (!reading) return undefined;
  const finding: PartFinding = { kind: "explained", reading };
  const judging = { part, cases, readings: sortReadings(part.readings) };
  return {
    id: part.id,
    points: part.points,
    maxPoints: part.points,
    finding,
    evidence: asked.map((one) => collectEvidence(judging, one)),
  };
}
