/** Judging one part that calls a function: from the outcomes of its cases to the reading that explains them all. */

import type { Outcome } from "../contract/outcome";
import { comparePoints, shareOfPoints } from "../contract/points";
import type { CallPart, Earlier, Read, Reading, Trial } from "../contract/question";
import { readStub } from "../contract/stub";
import { summarise } from "../contract/summarise";
import type { Value } from "../contract/value";
import type { CaseEvidence, PartFinding, PartVerdict, ReadingRef } from "../contract/verdict";
import { isDegenerate } from "./carry";
import type { Answers, ExplainedParts } from "./given";
import { observe } from "./observe";
import type { ObservedTrial } from "./observed";
import type { PlannedCase } from "./plan";

type AnyReading = Reading<unknown, unknown>;
type AnyTrial = Trial<unknown, unknown>;
type NoValue = Exclude<Outcome, { kind: "value" }>;

/** A case with what became of it. */
interface Asked {
  readonly planned: PlannedCase;
  readonly outcome: Outcome;
  readonly read: Read<unknown> | undefined;
  readonly earlier: Earlier;
}

const order: Readonly<Record<AnyReading["kind"], number>> = {
  reference: 0,
  convention: 1,
  carried: 2,
  misconception: 3,
};

export function judgeCallPart(
  part: CallPart,
  cases: readonly PlannedCase[],
  answers: Answers,
  explained: ExplainedParts,
): PartVerdict {
  const asked = cases.map((planned) => ask(part, planned, answers, explained));
  const readings = sortReadings(part.readings).filter(
    (reading) => reading.kind !== "carried" || !isDegenerate(cases, answers),
  );
  const finding = find(part, asked, readings);
  return {
    id: part.id,
    points: shareOfPoints(part.points, getCredit(finding)),
    maxPoints: part.points,
    finding,
    evidence: asked.map((one) => collectEvidence(part, one, readings)),
  };
}

function ask(part: CallPart, planned: PlannedCase, answers: Answers, explained: ExplainedParts): Asked {
  const outcome = answers.getOutcome(planned.call.key);
  return {
    planned,
    outcome,
    read: outcome.kind === "value" ? part.read(outcome.value) : undefined,
    earlier: lookBack(planned, answers, explained),
  };
}

/** What a case may know of the student's earlier work. */
export function lookBack(planned: PlannedCase, answers: Answers, explained: ExplainedParts): Earlier {
  return {
    answer: (name): Value => {
      const call = planned.consults[name];
      if (call === undefined) throw new RangeError(`no call named "${name}" is consulted here`);
      const outcome = answers.getOutcome(call.key);
      return outcome.kind === "value" ? outcome.value : undefined;
    },
    reading: (question, part = question) => explained.get(`${question}/${part}`),
    explanation: (question) => answers.getExplanation(question),
  };
}

/** In the order in which judging tries them. */
export function sortReadings(readings: readonly AnyReading[]): readonly AnyReading[] {
  return [...readings].sort((a, b) => order[a.kind] - order[b.kind] || comparePoints(b.credit, a.credit));
}

function find(part: CallPart, asked: readonly Asked[], readings: readonly AnyReading[]): PartFinding {
  const failure = findFailure(part, asked);
  if (failure !== undefined) return failure;
  const malformed = asked.find((one) => one.read?.ok === false)?.read;
  if (malformed?.ok === false) return { kind: "malformed", came: malformed.came };
  const trials = asked.flatMap(toTrial);
  if (trials.length === 0)
    return { kind: "unexplained", casesRight: 0, cases: asked.length, observations: [] };
  // An answer that is the same whatever is asked follows from nothing.
  const mayFollow = trials.length === 1 || !isConstant(trials);
  const reading = readings.find(
    (one) => (mayFollow || one.kind !== "carried") && explainsAll(part, one, trials),
  );
  if (reading !== undefined) return { kind: "explained", reading: refer(reading) };
  return findMix(part, readings, trials) ?? describeUnexplained(part, readings, trials);
}

function isConstant(trials: readonly AnyTrial[]): boolean {
  const write = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}n` : value);
  return new Set(trials.map(({ answer }) => JSON.stringify(answer, write))).size === 1;
}

/** The first call that gave no value where one was due; an untouched stub counts as unanswered. */
function findFailure(part: CallPart, asked: readonly Asked[]): PartFinding | undefined {
  const failed = asked.filter((one) => one.outcome.kind !== "value" && !isAllowedThrow(part, one));
  if (failed.length === 0) return undefined;
  if (asked.every((one) => isUnanswered(one.outcome))) return { kind: "unanswered" };
  // A function that never answered matters more than one that threw on a single input.
  const worst = failed.find((one) => one.outcome.kind !== "threw") ?? failed[0];
  return worst === undefined ? undefined : { kind: "failed", outcome: worst.outcome as NoValue };
}

function isAllowedThrow(part: CallPart, one: Asked): boolean {
  return one.outcome.kind === "threw" && part.mayThrow?.(one.planned.case.input) === true;
}

/** Missing, or the starter's stub. */
export function isUnanswered(outcome: Outcome): boolean {
  return (
    outcome.kind === "missing-export" || (outcome.kind === "threw" && readStub(outcome.message) !== null)
  );
}

function toTrial(one: Asked): ObservedTrial[] {
  if (one.read?.ok !== true) return [];
  const { input, source } = one.planned.case;
  return [{ input, source, answer: one.read.answer, earlier: one.earlier }];
}

/** Does the reading explain the answers to all of these cases? */
export function explainsAll(part: CallPart, reading: AnyReading, trials: readonly AnyTrial[]): boolean {
  if ("accepts" in reading) return reading.accepts(trials);
  return trials.every((trial) => explains(part, reading, trial));
}

function explains(part: CallPart, reading: AnyReading, trial: AnyTrial): boolean {
  if ("accepts" in reading) return false;
  const expected = reading.answer(trial.input, trial.earlier);
  return expected !== undefined && part.isSame(expected, trial.answer, trial.input);
}

/** Two accepted readings that together explain every case; worth the lower of their credits. */
export function findMix(
  part: CallPart,
  readings: readonly AnyReading[],
  trials: readonly AnyTrial[],
): PartFinding | undefined {
  const accepted = readings.filter((one) => one.kind === "reference" || one.kind === "convention");
  const sets = accepted.map((reading) => trials.map((trial) => explains(part, reading, trial)));
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      const readingsOfMix = [accepted[a], accepted[b]].flatMap((one) =>
        one === undefined ? [] : [refer(one)],
      );
      if (trials.every((_, index) => sets[a]?.[index] || sets[b]?.[index]))
        return { kind: "mixed", readings: readingsOfMix };
    }
  }
  return undefined;
}

function describeUnexplained(
  part: CallPart,
  readings: readonly AnyReading[],
  trials: readonly ObservedTrial[],
): PartFinding {
  const accepted = readings.filter((one) => one.kind === "reference" || one.kind === "convention");
  const right = trials.filter((trial) => accepted.some((reading) => explains(part, reading, trial)));
  const observations = observe(part, accepted, trials);
  return { kind: "unexplained", casesRight: right.length, cases: trials.length, observations };
}

function getCredit(finding: PartFinding): string {
  switch (finding.kind) {
    case "explained":
      return finding.reading.credit;
    case "mixed":
      return finding.readings.map((one) => one.credit).reduce((a, b) => (comparePoints(a, b) < 0 ? a : b));
    case "unexplained":
    case "unanswered":
    case "malformed":
    case "failed":
      return "0";
  }
}

function refer(reading: AnyReading): ReadingRef {
  return { id: reading.id, kind: reading.kind, credit: reading.credit };
}

function collectEvidence(part: CallPart, one: Asked, readings: readonly AnyReading[]): CaseEvidence {
  const [trial] = toTrial(one);
  const reference = part.readings.find((reading) => reading.kind === "reference");
  const expected =
    reference !== undefined && !("accepts" in reference)
      ? reference.answer(one.planned.case.input, one.earlier)
      : undefined;
  return {
    case: one.planned.case.id,
    source: one.planned.case.source,
    why: one.planned.case.why,
    came: one.outcome.kind === "value" ? summarise(one.outcome.value) : one.outcome.kind,
    expected: summarise(expected),
    explainedBy:
      trial === undefined
        ? []
        : readings.filter((reading) => explains(part, reading, trial)).map((r) => r.id),
  };
}
