/** A comparison of two gradings on the terminal: totals first, then question by question who gains, who loses and why. */
import type { Assignment } from "../graders/contract/assignment";
import { addPoints, comparePoints, formatPoints, subtractPoints } from "../graders/contract/points";
import type {
  ChangeKind,
  ClassComparison,
  QuestionSide,
  SubmissionChange,
  Total,
} from "../graders/report/comparison/compare-classes";
import {
  type ChangedQuestion,
  type ChangeGroup,
  groupChanges,
} from "../graders/report/comparison/group-changes";
import { bold, dim, green, red, toPlainText, yellow } from "./terminal/colors";
import { formatTable } from "./terminal/table";

/** @param assignment whose order of questions the list follows */
export function describeComparison(comparison: ClassComparison, assignment: Assignment): string {
  const { changed, unchanged, onlyBefore, onlyAfter } = comparison;
  const order = assignment.questions.map(({ id }) => id);
  const lines = [
    ...(changed.length === 0 ? [] : [listTotals(changed)]),
    ...groupChanges(comparison, order).flatMap(describeQuestion),
    ...listAlone("only before, with no mark now", onlyBefore),
    ...listAlone("only now, with no mark before", onlyAfter),
    accountFor(changed, unchanged),
  ];
  return lines.join("\n");
}

function listTotals(changed: readonly SubmissionChange[]): string {
  const right = { align: "right" as const };
  const columns = [
    { head: "submission" },
    { head: "before", ...right },
    { head: "now", ...right },
    { head: "change", ...right },
    { head: "" },
  ];
  const rows = changed.map((one) => [
    toPlainText(one.submission),
    formatTotal(one.before),
    formatTotal(one.after),
    formatDifference(one.before, one.after),
    one.isOtherHandIn ? dim("other files") : "",
  ]);
  return formatTable(columns, rows);
}

function formatTotal(total: Total): string {
  if (total === null) return "—";
  const bonus = comparePoints(total.bonus, "0") > 0 ? ` + ${formatPoints(total.bonus)}` : "";
  return `${formatPoints(total.points)}${bonus} of ${formatPoints(total.maxPoints)}`;
}

function formatDifference(before: Total, after: Total): string {
  return before === null || after === null ? "—" : colourDifference(subtractPoints(sum(after), sum(before)));
}

function sum({ points, bonus }: NonNullable<Total>): string {
  return addPoints([points, bonus]);
}

function colourDifference(by: string): string {
  const order = comparePoints(by, "0");
  if (order === 0) return "0";
  return order > 0 ? green(`+${formatPoints(by)}`) : red(formatPoints(by));
}

function describeQuestion({ question, gains, loses, others, groups }: ChangedQuestion): readonly string[] {
  const counts = [
    ...(gains > 0 ? [`${gains} gain`] : []),
    ...(loses > 0 ? [`${loses} lose`] : []),
    ...(others > 0 ? [`${others} otherwise`] : []),
  ];
  return [`${bold(question)}: ${counts.join(", ")}`, ...groups.flatMap(describeGroup)];
}

const kindWords: Readonly<Record<Exclude<ChangeKind, "gains" | "loses">, string>> = {
  "same-points": "the same points",
  "no-longer-judged": "had points and has none now, which is not a 0",
  "now-judged": "had no points, which was not a 0, and has now",
  "still-not-judged": "no points before and none now",
  added: "a new question",
  removed: "no longer asked",
};

function describeGroup(group: ChangeGroup): readonly string[] {
  const { kind, by, before, after, submissions } = group;
  const what = kind === "gains" || kind === "loses" ? colourDifference(by ?? "0") : yellow(kindWords[kind]);
  const isSameFinding = before?.says === after?.says;
  return [
    `  ${what} (${formatSide(before)} → ${formatSide(after)}): ${toPlainText(submissions.join(", "))}`,
    ...(isSameFinding
      ? [`    found both times: ${formatWords(before)}`]
      : [`    before: ${formatWords(before)}`, `    now:    ${formatWords(after)}`]),
  ];
}

function formatSide(side: QuestionSide | null): string {
  if (side === null) return "not asked";
  const decided = side.byHand
    ? ", by hand"
    : side.outdated === undefined
      ? ""
      : ", its mark by hand no longer fits";
  if (side.points !== null)
    return `${formatPoints(side.points)} of ${formatPoints(side.maxPoints)}${decided}`;
  return (side.status === "ungradable" ? "could not be run" : "not graded") + decided;
}

function formatWords(side: QuestionSide | null): string {
  return side === null ? "—" : dim(toPlainText(side.says));
}

function listAlone(words: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [yellow(`${words}: ${toPlainText(ids.join(", "))}`)];
}

function accountFor(changed: readonly SubmissionChange[], unchanged: number): string {
  const counted = changed.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [comparePoints(sum(after), sum(before))],
  );
  return [
    `${counted.filter((order) => order > 0).length} gain in total`,
    `${counted.filter((order) => order < 0).length} lose in total`,
    `${counted.filter((order) => order === 0).length} differ with the same total`,
    ...(counted.length < changed.length
      ? [`${changed.length - counted.length} without a total on one side`]
      : []),
    `${unchanged} unchanged`,
  ].join(" · ");
}
