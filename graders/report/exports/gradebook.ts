/** What a registrar asks for: one row per student under the id of their own system, and what nobody claims below. Pure. */
import { addPoints } from "../../contract/points";
import type { RosterMatch, Student } from "../../contract/roster";
import type { ScoreDocument, SubmissionScore } from "../../records/scores-document";
import { formatTable } from "./csv";
import { findScore } from "./find-score";
import { headQuestion } from "./head-question";

const fixedColumns = ["id", "name", "email", "status", "points", "bonus", "total"] as const;

/**
 * Students in the roster's order of the score document, submissions of no student under their own name; a cell without a
 * score is empty, never 0; students whose work is ambiguous stand last. `total` is points and bonus together.
 */
export function formatGradebook(scores: ScoreDocument, roster?: RosterMatch): string {
  const students = new Map(listStudents(roster).map((one) => [one.subject, one]));
  const questionIds = [...new Set(scores.submissions.flatMap((one) => one.questions.map(({ id }) => id)))];
  return formatTable([
    [...fixedColumns, ...questionIds.map((id) => headQuestion(id, scores))],
    ...scores.submissions.map((one) => formatRow(one, students.get(one.subject ?? ""), questionIds)),
    ...(roster?.ambiguous ?? []).flatMap((one) =>
      one.students.map((student) => formatUndecided(student, questionIds)),
    ),
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
  const score = findScore(submission);
  const points = new Map(submission.questions.map((one) => [one.id, score && one.points]));
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

/** Whose work may be several submissions, or whose submission may be another's: a person decides, and nobody vanishes. */
function formatUndecided(
  { id, name, email = "" }: Student,
  questionIds: readonly string[],
): readonly string[] {
  return [id, name, email, "ambiguous", "", "", "", ...questionIds.map(() => "")];
}
