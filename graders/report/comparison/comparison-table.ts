/** A comparison as a table for a spreadsheet: a row for each submission and question that differs. Pure; for staff. */
import { formatTable } from "../exports/csv";
import type { ClassComparison, QuestionSide, Total } from "./compare-classes";

const columns = [
  "submission",
  "question",
  "change",
  "by",
  "before",
  "now",
  "max",
  "found before",
  "found now",
  "total before",
  "total now",
] as const;

/** With a byte order mark; no cell can run as a formula. A cell without points is empty, never 0. */
export function formatComparisonTable({ changed, onlyBefore, onlyAfter }: ClassComparison): string {
  const rows = changed.flatMap(({ submission, questions, before, after }) =>
    questions.map((one) => [
      submission,
      one.question,
      one.kind,
      one.by ?? "",
      one.before?.points ?? "",
      one.after?.points ?? "",
      (one.after ?? one.before)?.maxPoints ?? "",
      getWords(one.before),
      getWords(one.after),
      getPoints(before),
      getPoints(after),
    ]),
  );
  const alone = [
    ...onlyBefore.map((id) => [id, "", "only-before", ...Array<string>(8).fill("")]),
    ...onlyAfter.map((id) => [id, "", "only-now", ...Array<string>(8).fill("")]),
  ];
  return formatTable([columns, ...rows, ...alone]);
}

function getWords(side: QuestionSide | null): string {
  return side?.says ?? "";
}

function getPoints(total: Total): string {
  return total?.points ?? "";
}
