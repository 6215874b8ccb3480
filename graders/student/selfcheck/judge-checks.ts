/** Judges a question by its public checks alone. Pure; what it knows, the student may know. */

import type { Returned } from "../../contract/answers";
import { isRealExplanation } from "../../contract/explanation";
import { GraderFault } from "../../contract/faults";
import type { Outcome } from "../../contract/outcome";
import type { PublicCheck } from "../../contract/question";
import { readStub } from "../../contract/stub";
import type { Call, Value } from "../../contract/value";
import { explainMissingExport, type WrittenNames } from "../../intake/missing-export";
import type { ExportedName } from "../../running/run/run-result";
import { type Form, findMalformed } from "../public/form";
import type { PublicQuestion } from "../public/public-assignment";
import type { Pointed } from "./pointed";
import type { Finding, QuestionResult, QuestionState } from "./result";
import { showCall, showValue } from "./show-call";

/** What is known of a call besides its outcome. */
export interface AnswerTrace {
  readonly at: Pointed | null;
  readonly printed: string;
}

/** What one run of a submission gave. */
export interface Answers {
  readonly exports: readonly ExportedName[];
  /** What its sources hold. */
  readonly written: WrittenNames;
  getOutcome(call: Call): Outcome;
  getTrace(call: Call): AnswerTrace;
  /** What the student wrote about a question; "" when there is nothing. */
  getText(question: string): string;
}

/** The worst first. */
const severity: readonly QuestionState[] = ["stops", "malformed", "fails", "missing", "unanswered", "passes"];

/** @param asked names of all functions that the assignment asks for */
export function judgeChecks(
  question: PublicQuestion,
  asked: ReadonlySet<string>,
  answers: Answers,
): QuestionResult {
  const absent = question.signatures.flatMap(({ name }) => findAbsence(name, asked, answers));
  const isAbsent = (call: Call): boolean =>
    absent.some((one) => "export" in one && one.export === call.export);
  const own = new Set(question.signatures.map(({ name }) => name));
  const stands = (call: Call): boolean =>
    own.has(call.export) ? !isAbsent(call) : isAnswered(call, answers);
  const runnable = question.checks.filter((check) => check.calls.every(stands));
  const judged = runnable.map((check) => judgeCheck(check, question, answers));
  const found = withoutRepeats([...absent, ...judged.flat()]);
  // A text is asked for once there is something to write about.
  const isBegun = !["unanswered", "missing"].includes(rateFindings(found));
  const findings = isBegun ? [...found, ...findNoText(question, answers)] : found;
  return {
    id: question.id,
    isBonus: question.isBonus,
    state: rateFindings(findings),
    findings,
    passed: judged.filter((found) => found.length === 0).length,
    checks: runnable.length,
  };
}

function findAbsence(
  name: string,
  asked: ReadonlySet<string>,
  { exports, written }: Answers,
): readonly Finding[] {
  const found = exports.find((one) => one.name === name);
  if (found?.type === "function") return [];
  if (found !== undefined && found.type !== "undefined") {
    return [{ kind: "not-a-function", export: name, type: found.type }];
  }
  const spare = exports.filter((one) => !asked.has(one.name) && one.type === "function");
  return [
    {
      kind: "missing",
      export: name,
      hint: explainMissingExport(
        name,
        spare.map((one) => one.name),
        written,
      ),
    },
  ];
}

/** What another question's function lacks is told there. */
function isAnswered(call: Call, { exports, getOutcome }: Answers): boolean {
  const isFunction = exports.some((one) => one.name === call.export && one.type === "function");
  return isFunction && getOutcome(call).kind === "value";
}

function recallAnswer(call: Call, answers: Answers): Value {
  const outcome = isAnswered(call, answers) ? answers.getOutcome(call) : undefined;
  return outcome?.kind === "value" ? outcome.value : undefined;
}

function judgeCheck(
  check: PublicCheck,
  { id, signatures }: PublicQuestion,
  answers: Answers,
): readonly Finding[] {
  const values: Value[] = [];
  for (const call of check.calls) {
    const outcome = answers.getOutcome(call);
    if (outcome.kind !== "value") return [describeFailure(check, call, outcome, answers.getTrace(call))];
    values.push(outcome.value);
  }
  const besides = (check.besides ?? []).map((call) => recallAnswer(call, answers));
  const expected = check.findMismatch([...values, ...besides], answers.getText(id));
  if (expected === null) return [];
  const malformed = check.calls.flatMap((call, index) => {
    const form = signatures.find((one) => one.name === call.export)?.form;
    const came = form === undefined ? null : findMalformedAnswer(check, values[index], form);
    if (came === null) return [];
    const { printed } = answers.getTrace(call);
    return [{ kind: "malformed" as const, check: check.id, call: showCall(call), came, printed }];
  });
  if (malformed.length > 0) return malformed.slice(0, 1);
  const isMet = (others: readonly Value[]): boolean =>
    check.findMismatch([...others, ...besides], answers.getText(id)) === null;
  const broke = pickBreaking(values, isMet);
  const calls = check.calls
    .map((call, index) => ({
      call: showCall(call),
      came: showValue(values[index]),
      printed: answers.getTrace(call).printed,
    }))
    .filter((_, index) => broke.has(index));
  return [{ kind: "mismatch", check: check.id, says: check.says, calls, expected }];
}

/**
 * Which answers broke a property, where that can be told: with one and the same answer in all places, theirs still
 * breaks it and another's does not, and with that one in their places it is met. All of them where it cannot.
 */
function pickBreaking(
  values: readonly Value[],
  isMet: (values: readonly Value[]) => boolean,
): ReadonlySet<number> {
  const all = new Set(values.keys());
  const broke = new Set([...all].filter((at) => !isMet(values.map(() => values[at]))));
  const right = [...all].find((at) => !broke.has(at));
  if (right === undefined || broke.size === 0) return all;
  return isMet(values.map((value, at) => (broke.has(at) ? values[right] : value))) ? broke : all;
}

function describeFailure(
  check: PublicCheck,
  call: Call,
  outcome: Exclude<Outcome, { kind: "value" }>,
  trace: AnswerTrace,
): Finding {
  if (outcome.kind === "missing-export") {
    throw new GraderFault(`${call.export} was asked of a submission that does not export it`);
  }
  const answeredLater = outcome.kind === "threw" ? readStub(outcome.message) : null;
  if (answeredLater === call.export) return { kind: "unanswered", export: call.export };
  if (answeredLater !== null) return { kind: "waits", export: call.export, for: answeredLater };
  return { kind: "stopped", check: check.id, call: showCall(call), outcome, ...trace };
}

function findMalformedAnswer(check: PublicCheck, value: Value, form: Form): Returned | null {
  const read = check.read?.(value);
  if (read === undefined) return findMalformed(value, form);
  return read.ok ? null : read.came;
}

function findNoText({ id, asksForText }: PublicQuestion, answers: Answers): readonly Finding[] {
  const text = answers.getText(id).trim();
  return asksForText && !isRealExplanation(text) ? [{ kind: "no-text", isBegun: text !== "" }] : [];
}

/** A stub is met by every check of its question, and needs to be said once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const text = JSON.stringify(finding);
    return !seen.has(text) && seen.add(text);
  });
}

function rateFindings(findings: readonly Finding[]): QuestionState {
  const states = findings.map(rateFinding);
  return severity.find((state) => states.includes(state)) ?? "passes";
}

function rateFinding(finding: Finding): QuestionState {
  switch (finding.kind) {
    case "stopped":
      return "stops";
    case "malformed":
      return "malformed";
    case "mismatch":
      return "fails";
    case "missing":
    case "not-a-function":
      return "missing";
    case "unanswered":
    case "waits":
      return "unanswered";
    case "no-text":
      return "passes";
  }
}

/**
 * Ready to submit: every question passes its public checks and has the explanation that it asks for; the bonus may be
 * left out, but not begun and wrong.
 */
export function isReady(questions: readonly QuestionResult[]): boolean {
  return questions.every(
    ({ isBonus, findings }) =>
      findings.length === 0 ||
      (isBonus && findings.every((one) => ["missing", "unanswered"].includes(one.kind))),
  );
}
