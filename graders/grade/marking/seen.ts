/** What somebody saw who decides: a short name of a submission's answer and of the marks that stood. Pure. */

import type { SubmissionRecord } from "../../contract/record";
import { hasPoints } from "../../contract/recorded-question";
import { remember } from "../../contract/remember";
import { describeWork } from "../../records/hand-marks/fingerprint";
import { nameByDigest } from "../name-by-digest";
import type { MarkingClass } from "./marking-class";

/** In the place of a question's id: all of a submission at once, as where nothing could be run. No question is called so. */
export const wholeWork = "*";

/** Another one as soon as a mark of the question is given or taken back, the student asks, or another answer is on record. */
export function describeSeen(marking: MarkingClass, submission: string, question: string): string {
  const { records, standing, appeals = [] } = marking;
  const record = indexRecords(records).get(submission);
  if (question === wholeWork)
    return nameByDigest((record?.questions ?? []).map(({ id }) => describeSeen(marking, submission, id)));
  const recorded = record?.questions.find((one) => one.id === question);
  const work = record === undefined || recorded === undefined ? null : describeWork(record, recorded);
  const points = recorded !== undefined && hasPoints(recorded) ? recorded.points : null;
  const marks = (standing.get(submission)?.get(question) ?? []).map(({ id }) => id);
  const asked = appeals.filter((one) => one.submission === submission && one.question === question);
  return nameByDigest([submission, question, work, points, marks, asked.map(({ id }) => id)]);
}

/** By id: a page asks about every answer of a class. */
export const indexRecords = remember(
  (records: MarkingClass["records"]): ReadonlyMap<string, SubmissionRecord> =>
    new Map(records.map((one) => [one.submission.id, one])),
);
