/** What `npm run grade` tells a person: a line per submission, the class in a table, and what needs attention. */

import { formatPoints, meanPoints, roundPoints } from "../graders/contract/points";
import type { RecordedQuestion, SubmissionRecord } from "../graders/contract/record";
import type { LikelyOwner } from "../graders/contract/roster";
import type { SandboxReport } from "../graders/contract/sandbox-report";
import type { GradeEvent } from "../graders/grade/grade";
import type { ClassResult } from "../graders/grade/write-class";
import { listWritten } from "../graders/records/output-files";
import { bold, dim, green, red, toPlainText, yellow } from "./terminal/colors";
import { formatTable } from "./terminal/table";

export function describeSandbox({ level, active, missing }: SandboxReport): string {
  const lines = missing.map((one) => `  missing ${one.layer}: ${one.why}; means: ${one.means}`);
  return [`sandbox ${level} (${active.join(", ") || "no layer"})`, ...lines].join("\n");
}

export function describeFinished({ record, reused }: Extract<GradeEvent, { kind: "finished" }>): string {
  const score = record.score === undefined ? "not graded" : formatScore(record);
  return `${toPlainText(record.submission.id)}: ${score}${reused ? " (kept from an earlier run)" : ""}`;
}

/** Points without the maximum; bonus points, if any, behind a plus. */
function formatScore({ score }: SubmissionRecord): string {
  if (score === undefined) return "—";
  return formatPoints(score.points) + (Number(score.bonus) > 0 ? ` + ${formatPoints(score.bonus)}` : "");
}

/** The class as a table, its mean, and one line for everything that waits for a person. */
export function summariseClass(result: ClassResult, out: string): string {
  const rows = result.records.map((record) => [
    toPlainText(record.submission.id),
    formatScore(record),
    colourStatus(record.status),
    dim(describeState(record)),
  ]);
  const { maxPoints } = result.scores.assignment;
  const columns = [
    { head: "submission" },
    { head: `of ${formatPoints(maxPoints)}`, align: "right" as const },
    { head: "status" },
    { head: "" },
  ];
  const mean = meanPoints(result.records.flatMap((one) => (one.score ? [one.score.points] : [])));
  const lines = [
    formatTable(columns, rows),
    mean === null
      ? "no submission was graded"
      : `mean ${bold(roundPoints(mean))} over ${countGraded(result)} with a score`,
    ...listNotSubmitted(result),
    ...listFaults(result.records),
    `written to ${bold(out)}: ${listWritten()}`,
  ];
  return lines.join("\n");
}

function countGraded({ records }: ClassResult): string {
  const graded = records.filter((one) => one.score !== undefined).length;
  return graded === 1 ? "1 submission" : `${graded} submissions`;
}

function colourStatus(status: SubmissionRecord["status"]): string {
  switch (status) {
    case "graded":
      return green("graded");
    case "pending_manual":
      return yellow("goes to a person");
    case "ungradable":
      return yellow("could not be run");
    case "not_graded":
      return red("not graded");
  }
}

function describeState(record: SubmissionRecord): string {
  if (record.ungradable !== undefined) return shorten(record.ungradable.says);
  if (record.tampering !== null) return "interfered with the answer channel";
  if (record.unstable !== undefined) return shorten(`answers differ: ${record.unstable.join(", ")}`);
  if (record.noneFoundOf !== undefined) return `0 of ${record.noneFoundOf} functions found`;
  const waiting = record.questions.filter((one) => one.status === "pending_manual").map((one) => one.id);
  return waiting.length === 0 ? "" : shorten(waiting.join(", "));
}

function shorten(text: string): string {
  const plain = toPlainText(text);
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

function listNotSubmitted({ roster }: ClassResult): readonly string[] {
  if (roster === undefined) return [];
  const { studentsWithoutSubmission: none, submissionsWithoutStudent: strays, ambiguous } = roster;
  return [
    `roster: ${roster.matched.length} matched, ${none.length} not submitted, ${strays.length} not on the roster, ${ambiguous.length} ambiguous`,
    ...strays.map((id) => yellow(`  not on the roster: ${toPlainText(id)}`)),
    ...ambiguous.map((one) => yellow(`  ambiguous: ${toPlainText(one.key)}`)),
    ...(roster.suggestions ?? []).map(describeSuggestion),
  ];
}

function describeSuggestion({ name, students }: LikelyOwner): string {
  const owners = students.map((one) => `${one.name} (${one.id})`).join(" or ");
  return yellow(`  is ${toPlainText(name)} by ${toPlainText(owners)}? nothing was guessed`);
}

/** Our own failures, each named; equal ones once. */
function listFaults(records: readonly SubmissionRecord[]): readonly string[] {
  const faults = new Map<string, string[]>();
  const add = (fault: string, id: string): void => {
    faults.set(fault, [...(faults.get(fault) ?? []), id]);
  };
  for (const record of records) {
    if (record.fault !== undefined) add(record.fault, record.submission.id);
    else for (const fault of record.questions.flatMap(findFault)) add(fault, record.submission.id);
  }
  return [...faults].map(([fault, ids]) =>
    red(`not graded, and the fault is the grader's: ${toPlainText(fault)} (${toPlainText(ids.join(", "))})`),
  );
}

function findFault(question: RecordedQuestion): readonly string[] {
  return question.status === "not_graded" ? [question.fault] : [];
}
