/** What becomes of one mutant: the question it first changes is judged with its answers. */
import { GraderFault } from "../../contract/faults";
import type { Outcome } from "../../contract/outcome";
import { comparePoints } from "../../contract/points";
import type { PartVerdict } from "../../contract/verdict";
import { judgeAlone, listCases, type PreparedQuestion } from "./judge-alone";
import type { Loaded } from "./load-modules";
import type { Mutant, MutantResult } from "./mutant";
import { findLargestError, spellOutcome } from "./outcome-text";
import type { RandomInputs } from "./random-inputs";

/**
 * @param questions all, in catalogue order: a mutant belongs to the first question whose answers it changes,
 *   since later ones may carry the error forward
 */
export function judgeMutant(
  mutant: Mutant,
  changed: Loaded | undefined,
  questions: readonly PreparedQuestion[],
  inputs: RandomInputs,
): MutantResult {
  const concerned = questions.filter((one) => isConcerned(one, mutant));
  const first = concerned[0]?.question.id;
  if (first === undefined) throw new GraderFault(`${mutant.path}:${mutant.line}: no question asks for it`);
  if (changed === undefined) return { kind: "broken", question: first };
  for (const prepared of concerned) {
    const outcomes = askAll(prepared, changed);
    if (isChanged(prepared, outcomes)) return judgeChanged(prepared, outcomes);
    if (inputs.hasDifference(prepared.question, changed)) {
      const why = "no hidden input of this seed shows the difference, a random one does";
      return { kind: "missed", question: prepared.question.id, why };
    }
  }
  const count = concerned.reduce((sum, { question }) => sum + inputs.list(question).length, 0);
  return { kind: "same", question: first, inputs: count };
}

function isConcerned({ question }: PreparedQuestion, { exports }: Mutant): boolean {
  return question.parts.some((part) => part.kind === "call" && exports.includes(part.export));
}

type Outcomes = ReadonlyMap<string, Outcome>;

function askAll({ calls }: PreparedQuestion, changed: Loaded): Outcomes {
  const outcomes = changed.callAll(calls);
  return new Map(calls.map((call, index) => [call.key, outcomes[index] ?? missing]));
}

const missing: Outcome = { kind: "missing-export" };

/** Outcomes of the question's own cases, those of right work first. */
function pairOutcomes(
  prepared: PreparedQuestion,
  outcomes: Outcomes,
): readonly (readonly [Outcome, Outcome])[] {
  return listCases(prepared).map(({ call }) => [
    prepared.outcomes.get(call.key) ?? missing,
    outcomes.get(call.key) ?? missing,
  ]);
}

function isChanged(prepared: PreparedQuestion, outcomes: Outcomes): boolean {
  return pairOutcomes(prepared, outcomes).some(([right, came]) => spellOutcome(right) !== spellOutcome(came));
}

function judgeChanged(prepared: PreparedQuestion, outcomes: Outcomes): MutantResult {
  const question = prepared.question.id;
  const pairs = pairOutcomes(prepared, outcomes);
  if (pairs.every(([, { kind }]) => kind === "threw")) return { kind: "broken", question };
  const { points, parts } = judgeAlone(prepared, {
    getOutcome: (key) => outcomes.get(key) ?? missing,
    getExplanation: () => "",
  });
  if (comparePoints(points, prepared.question.points) < 0) return { kind: "killed", question };
  const readings = listOtherReadings(parts, prepared.right);
  if (readings.length > 0) return { kind: "accepted", question, readings };
  return { kind: "tolerated", question, largestError: Math.max(...pairs.map(measureError)) };
}

/** Readings that explain the mutant and not the original. */
function listOtherReadings(parts: readonly PartVerdict[], right: readonly PartVerdict[]): readonly string[] {
  return parts.flatMap((part, index) => {
    const [mine, usual] = [nameReadings(part), nameReadings(right[index] ?? part)];
    return mine === usual ? [] : [mine];
  });
}

function nameReadings({ finding }: PartVerdict): string {
  if (finding.kind === "explained") return finding.reading.id;
  return finding.kind === "mixed" ? finding.readings.map((one) => one.id).join(" with ") : finding.kind;
}

function measureError([right, came]: readonly [Outcome, Outcome]): number {
  return right.kind === "value" && came.kind === "value" ? findLargestError(right.value, came.value) : 0;
}
