/** What a mark by hand was given for, and whether that still lies there. Pure. */
import { createHash } from "node:crypto";
import type { MarkedWork } from "../../contract/hand-mark";
import type { RecordedQuestion, SubmissionRecord } from "../../contract/record";

export function describeWork(record: SubmissionRecord, question: RecordedQuestion): MarkedWork {
  return {
    contentDigest: record.submission.contentDigest,
    answers: digest(listAnswers(record, question)),
    // What belongs to no question may explain any.
    explanation: digest([question.explanation, record.unassigned ?? []]),
    maxPoints: question.maxPoints,
  };
}

/**
 * The same files are the same work, whatever seed asks them; and the same answers and words are, whatever else was
 * handed in with them.
 */
export function isSameWork(before: MarkedWork, now: MarkedWork): boolean {
  if (before.contentDigest !== null && before.contentDigest === now.contentDigest) return true;
  return before.answers === now.answers && before.explanation === now.explanation;
}

/** Where nothing was run there are no answers: what was handed in stands for them. */
function listAnswers(record: SubmissionRecord, question: RecordedQuestion): unknown {
  const { contentDigest } = record.submission;
  if (!("parts" in question)) return [question.status, contentDigest, record.ungradable?.says ?? null];
  return question.parts.map(({ id, finding, evidence }) => [
    id,
    // Without a case there is only what was found: nothing handed in, a text.
    evidence.length === 0 ? finding.kind : null,
    evidence.map((one) => [one.case, one.came]),
  ]);
}

function digest(value: unknown): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex")}`;
}
