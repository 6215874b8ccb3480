/** What `npm run grade` tells a person: a line per submission, the class in a table, and what needs attention. */

import { formatPoints, meanPoints, roundPoints } from "../graders/contract/points";
import type { RecordedQuestion, SubmissionRecord } from "../graders/contract/record";
import type { LikelyOwner } from "../graders/contract/roster";
import type { SandboxReport } from "../graders/contract/sandbox-report";
import { hasUnreadWork } from "../graders/contract/unread-explanation";
import type { GradeEvent } from "../graders/grade/grade-request";
import type { ClassResult } from "../graders/grade/write-class";
import { listWritten } from "../graders/records/output-files";
import { sayMessage, sayText } from "../graders/wording/messages";
import { english } from "../graders/wording/translator";
import { bold, dim, green, red, toPlainText, yellow } from "./terminal/colors";
import { formatTable } from "./terminal/table";

function describeSandbox({ level, active, missing }: SandboxReport): string {
  const lines = missing.map((one) => `  missing ${one.layer}: ${one.why}; means: ${one.means}`);
  return [`sandbox ${level} (${active.join(", ") || "no layer"})`, ...lines].join("\n");
}

export function describeStart({ sandbox, notes }: Extract<GradeEvent, { kind: "started" }>): string {
  return [describeSandbox(sandbox), ...notes.map((one) => sayText(one, english))].join("\n");
}

export function describeFinished({ record, reused }: Extract<GradeEvent, { kind: "finished" }>): string {
  const score = record.status === "not_graded" ? "not graded" : formatScore(record);
  return `${toPlainText(record.submission.id)}: ${score}${reused ? " (kept from an earlier run)" : ""}`;
}

/** Points without the maximum; bonus points, if any, behind a plus. */
function formatScore({ score, status }: SubmissionRecord): string {
  if (status === "ungradable") return "could not be run";
  if (score === undefined) return "—";
  return formatPoints(score.points) + (Number(score.bonus) > 0 ? ` + ${formatPoints(score.bonus)}` : "");
}

/** The class as a table, its mean, what needs attention, and one line that accounts for everything seen. */
export function summariseClass(result: ClassResult, out: string): string {
  const rows = result.records.map((record) => [
    toPlainText(record.submission.id),
    isCounted(record) ? formatScore(record) : "—",
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
  const counted = result.records.filter(isCounted);
  const mean = meanPoints(counted.flatMap((one) => (one.score ? [one.score.points] : [])));
  const lines = [
    formatTable(columns, rows),
    mean === null
      ? "no submission was graded"
      : `mean ${bold(roundPoints(mean))} over ${countSubmissions(counted.length)} that could be run`,
    ...listNotSubmitted(result),
    ...listFaults(result),
    accountForAll(result),
    `written to ${bold(out)}: ${listWritten()}`,
  ];
  return lines.join("\n");
}

function countSubmissions(count: number): string {
  return count === 1 ? "1 submission" : `${count} submissions`;
}

/** What could not be run says nothing about what was learned. */
function isCounted({ score, status }: SubmissionRecord): boolean {
  return score !== undefined && status !== "ungradable";
}

const mostNamesShown = 10;

/** Everybody who was seen, by what became of them. */
function accountForAll({ records, leftAside, class: { older } }: ClassResult): string {
  const count = (status: SubmissionRecord["status"]): number =>
    records.filter((one) => one.status === status).length;
  const names = leftAside.map((one) => toPlainText(one.name));
  const shown = names.slice(0, mostNamesShown).join(", ") + (names.length > mostNamesShown ? ", …" : "");
  return [
    `${count("graded")} graded`,
    `${count("pending_manual")} wait for a person`,
    `${count("ungradable")} could not be run and wait as well`,
    `${count("not_graded")} not graded`,
    ...(older.size > 0 ? [`${older.size} with a mark of an earlier run`] : []),
    ...(names.length > 0 ? [`${names.length} left aside: ${shown}`] : []),
  ].join(" · ");
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
  if (record.ungradable !== undefined) return shorten(sayMessage(record.ungradable.says, english));
  if (record.tampering !== null) return "interfered with the answer channel";
  if (record.unstable !== undefined) return shorten(`answers differ: ${record.unstable.join(", ")}`);
  if (record.status === "graded") return "";
  if (record.noneFoundOf !== undefined) return `0 of ${record.noneFoundOf} functions found`;
  if (record.status === "pending_manual" && record.loadError !== undefined)
    return shorten(record.loadError.message);
  if (hasUnreadWork(record)) return shorten(`not read: ${record.unread?.map(({ file }) => file).join(", ")}`);
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
function listFaults({ records, class: { failedAgain } }: ClassResult): readonly string[] {
  const faults = new Map<string, string[]>();
  const add = (fault: string, id: string): void => {
    faults.set(fault, [...(faults.get(fault) ?? []), id]);
  };
  for (const record of records) {
    if (record.fault !== undefined) add(record.fault, record.submission.id);
    else for (const fault of record.questions.flatMap(findFault)) add(fault, record.submission.id);
  }
  for (const { id, fault } of failedAgain) add(`${fault}; the earlier mark stands`, id);
  return [...faults].map(([fault, ids]) =>
    red(`not graded, and the fault is the grader's: ${toPlainText(fault)} (${toPlainText(ids.join(", "))})`),
  );
}

function findFault(question: RecordedQuestion): readonly string[] {
  return question.status === "not_graded" ? [question.fault] : [];
}
