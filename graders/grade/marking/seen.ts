/** What somebody saw who decides: a short name of a submission's answer and of the marks that stood. Pure. */
import { createHash } from "node:crypto";
import { describeWork } from "../../records/hand-marks/fingerprint";
import type { MarkingClass } from "./marking-class";

/** Another one as soon as a mark of the question is given or taken back, the student asks, or another answer is on record. */
export function describeSeen(
  { records, standing, appeals = [] }: MarkingClass,
  submission: string,
  question: string,
): string {
  const record = records.find((one) => one.submission.id === submission);
  const recorded = record?.questions.find((one) => one.id === question);
  const work = record === undefined || recorded === undefined ? null : describeWork(record, recorded);
  const points = recorded !== undefined && "points" in recorded ? recorded.points : null;
  const marks = (standing.get(submission)?.get(question) ?? []).map(({ id }) => id);
  const asked = appeals.filter((one) => one.submission === submission && one.question === question);
  const seen = [submission, question, work, points, marks, asked.map(({ id }) => id)];
  const digest = createHash("sha256").update(JSON.stringify(seen));
  return digest.digest("hex").slice(0, 24);
}
