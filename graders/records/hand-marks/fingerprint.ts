/** What a mark by hand was given for, and whether that still lies there. Pure. */

import { createHash } from "node:crypto";
import type { MarkedWork } from "../../contract/hand-mark";
import type { RecordedQuestion, SubmissionRecord } from "../../contract/record";
import { isJudged } from "../../contract/recorded-question";
import type { PartVerdict } from "../../contract/verdict";

type Described = Pick<SubmissionRecord, "submission" | "unassigned"> & { readonly work: MarkedWork };

/** Records never change in memory, and a desk asks about each answer of a class with every page. */
const described = new WeakMap<RecordedQuestion, Described>();

export function describeWork(record: SubmissionRecord, question: RecordedQuestion): MarkedWork {
  const { submission, unassigned } = record;
  const known = described.get(question);
  if (known?.submission === submission && known.unassigned === unassigned) return known.work;
  const work = digestWork(record, question);
  described.set(question, { submission, work, ...(unassigned === undefined ? {} : { unassigned }) });
  return work;
}

function digestWork(record: SubmissionRecord, question: RecordedQuestion): MarkedWork {
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
  if (!isJudged(question)) return [question.status, contentDigest, record.ungradable?.says ?? null];
  return question.parts.map((part) => [
    part.id,
    // Without a case there is only what was found: nothing handed in, a text.
    part.evidence.length === 0 ? part.finding.kind : null,
    part.evidence.map((one) => [one.case, one.came]),
    ...tellCutApart(part, contentDigest),
    ...(lacksAnswers(part) ? [contentDigest] : []),
  ]);
}

/** A long answer is on record with its beginning alone: what explains it whole stands for the rest, or else the files. */
function tellCutApart({ finding, evidence }: PartVerdict, contentDigest: string | null): readonly unknown[] {
  if (!evidence.some(({ came }) => came.includes("…"))) return [];
  return finding.kind === "explained" && finding.spoilt === undefined ? [finding.reading] : [contentDigest];
}

/** Whoever decides about a call that stopped, never ended or found no function has read the code. */
function lacksAnswers({ finding, evidence }: PartVerdict): boolean {
  if (finding.kind === "unanswered") return evidence.length > 0;
  return finding.kind === "failed" || ("spoilt" in finding && finding.spoilt !== undefined);
}

function digest(value: unknown): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex")}`;
}
