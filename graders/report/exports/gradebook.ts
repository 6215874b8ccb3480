/** What a registrar asks for: one row per student under the id of their own system, and what nobody claims below. Pure. */
import { addPoints } from "../../contract/points";
import type { RosterMatch, Student } from "../../contract/roster";
import type { ScoreDocument, SubmissionScore } from "../../records/scores-document";
import { formatTable } from "./csv";

const fixedColumns = ["id", "name", "email", "status", "points", "bonus", "total"] as const;

/**
 * Students in the roster's order of the score document, submissions of no student under their own name; a cell without a
 * score is empty, never 0. `total` is points and bonus together.
 */
export function formatGradebook(scores: ScoreDocument, roster?: RosterMatch): string {
  const students = new Map(listStudents(roster).map((one) => [one.subject, one]));
  const questionIds = [...new Set(scores.submissions.flatMap((one) => one.questions.map(({ id }) => id)))];
  return formatTable([
    [...fixedColumns, ...questionIds],
    ...scores.submissions.map((one) => formatRow(one, students.get(one.subject ?? ""), questionIds)),
  ]);
}

function listStudents(roster: RosterMatch | undefined): readonly Student[] {
  if (roster === undefined) return [];
  return [...roster.matched.map((one) => one.student), ...roster.studentsWithoutSubmission];
}

function formatRow(
  submission: SubmissionScore,
  student: Student | undefined,
  questionIds: readonly string[],
): readonly string[] {
  const score = submission.status === "not_submitted" ? undefined : submission.score;
  const points = new Map(submission.questions.map((one) => [one.id, one.points]));
  return [
    student?.id ?? submission.id ?? "",
    student?.name ?? "",
    student?.email ?? "",
    submission.status,
    score?.points ?? "",
    score?.bonus ?? "",
    score === undefined ? "" : addPoints([score.points, score.bonus]),
    ...questionIds.map((id) => points.get(id) ?? ""),
  ];
}
