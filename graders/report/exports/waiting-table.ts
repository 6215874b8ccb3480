/** What waits for a person, as a table for a spreadsheet to fill in. Pure; for staff, since it holds names. */

import type { Assignment } from "../../contract/assignment";
import type { OpenQuestion } from "../../contract/hand-mark";
import { isJudged } from "../../contract/recorded-question";
import type { RosterMatch } from "../../contract/roster";
import { englishSentences } from "../../wording/sentences";
import { writeMessage } from "../question-message";
import { formatTable } from "./csv";

const columns = [
  "submission",
  "name",
  "question",
  "title",
  "feedback",
  "explanation",
  "request",
  "judged",
  "max",
  "points",
  "adjustment",
  "comment",
  "note",
] as const;

export type WaitingColumn = (typeof columns)[number];

/** A spreadsheet's cell holds 32,767 characters. */
const longestCell = 30_000;

/** With a byte order mark; no cell can run as a formula. `points`, `adjustment`, `comment` and `note` are to be filled in. */
export function formatWaitingTable(
  open: readonly OpenQuestion[],
  assignment: Assignment,
  roster: RosterMatch | undefined,
): string {
  const rows = open.map(({ record, question, requests = [] }) => {
    const asked = assignment.questions.find(({ id }) => id === question.id);
    const { id } = record.submission;
    const own = roster?.matched.filter(({ submissionId }) => submissionId === id) ?? [];
    const row: Readonly<Record<WaitingColumn, string>> = {
      submission: id,
      name: own.map(({ student }) => student.name).join(", "),
      question: question.id,
      title: asked?.feedback.title ?? "",
      feedback: writeMessage(question, asked, englishSentences, { mark: record.marks?.[question.id] }),
      explanation: question.explanation,
      request: requests.join("\n\n"),
      judged: isJudged(question) ? question.points : "",
      max: question.maxPoints,
      points: "",
      adjustment: "",
      comment: "",
      note: "",
    };
    return columns.map((column) => cut(row[column]));
  });
  return formatTable([columns, ...rows]);
}

function cut(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
}
