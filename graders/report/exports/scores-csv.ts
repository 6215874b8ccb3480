/** The score document as a table for people and spreadsheets. Pure. */
import type { ScoreDocument, SubmissionScore } from "../../records/scores-document";
import { formatTable } from "./csv";
import { findScore } from "./find-score";
import { headQuestion } from "./head-question";

const fixedColumns = ["id", "subject", "status", "points", "maxPoints", "bonus"] as const;

/**
 * One row per submission, one column per question with its points, in the order of the document; a cell without
 * a score is empty, never 0. RFC 4180 with a byte order mark; no cell can run as a formula.
 */
export function formatScoresCsv(scores: ScoreDocument): string {
  const questionIds = [...new Set(scores.submissions.flatMap((one) => one.questions.map(({ id }) => id)))];
  const header = [...fixedColumns, ...questionIds.map((id) => headQuestion(id, scores))];
  return formatTable([header, ...scores.submissions.map((one) => formatRow(one, questionIds))]);
}

function formatRow(submission: SubmissionScore, questionIds: readonly string[]): readonly string[] {
  const score = findScore(submission);
  const told = submission.status === "ungradable" ? [] : submission.questions;
  const points = new Map(told.map((one) => [one.id, one.points]));
  return [
    submission.id ?? "",
    submission.subject ?? "",
    submission.status,
    score?.points ?? "",
    score?.maxPoints ?? "",
    score?.bonus ?? "",
    ...questionIds.map((id) => points.get(id) ?? ""),
  ];
}
