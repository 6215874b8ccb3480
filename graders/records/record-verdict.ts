/**
 * What of a record follows from the hand-in, the seed and the rubric alone: the same wherever it is graded. What
 * depends on the machine, the day and the other students is left out. Pure.
 */
import type { SubmissionRecord } from "../contract/record";

export interface RecordVerdict
  extends Pick<
    SubmissionRecord,
    | "status"
    | "score"
    | "ungradable"
    | "tampering"
    | "noneFoundOf"
    | "loadError"
    | "unassigned"
    | "explanationsTooLarge"
    | "unread"
    | "questions"
    | "seedDigest"
    | "rubricDigest"
  > {
  readonly contentDigest: string | null;
}

export function extractVerdict(record: SubmissionRecord): RecordVerdict {
  const { score, ungradable, noneFoundOf, loadError, unassigned, explanationsTooLarge, unread } = record;
  return {
    contentDigest: record.submission.contentDigest,
    seedDigest: record.seedDigest,
    rubricDigest: record.rubricDigest,
    status: record.status,
    ...(score === undefined ? {} : { score }),
    ...(ungradable === undefined ? {} : { ungradable }),
    tampering: record.tampering,
    ...(noneFoundOf === undefined ? {} : { noneFoundOf }),
    ...(loadError === undefined ? {} : { loadError }),
    ...(unassigned === undefined ? {} : { unassigned }),
    ...(explanationsTooLarge === undefined ? {} : { explanationsTooLarge }),
    ...(unread === undefined ? {} : { unread }),
    questions: record.questions,
  };
}

/** One fixed text, so that equal verdicts are equal bytes. */
export function formatVerdict(record: SubmissionRecord): string {
  return JSON.stringify(extractVerdict(record), null, 2);
}

/**
 * In words, why a replayed verdict is not the recorded one; empty when both are the same byte for byte. Where something
 * else was graded, only that is said.
 */
export function compareVerdicts(recorded: SubmissionRecord, replayed: SubmissionRecord): readonly string[] {
  if (formatVerdict(recorded) === formatVerdict(replayed)) return [];
  const [before, now] = [extractVerdict(recorded), extractVerdict(replayed)];
  const others = [
    ...(before.contentDigest === now.contentDigest ? [] : ["other files were handed in"]),
    ...(before.seedDigest === now.seedDigest ? [] : ["the record was made under another seed"]),
    ...(before.rubricDigest === now.rubricDigest ? [] : ["the record was made under another rubric"]),
    ...(recorded.kept ?? []).map(
      ({ questions }) => `the record keeps marks of an earlier run: ${questions.join(", ")}`,
    ),
  ];
  if (others.length > 0) return others;
  const known = new Map(before.questions.map((one) => [one.id, JSON.stringify(one)]));
  const ids = now.questions.filter((one) => known.get(one.id) !== JSON.stringify(one)).map(({ id }) => id);
  const differing = ids.length === 0 ? "the submission as a whole" : ids.join(", ");
  const unstable = recorded.unstable === undefined ? "" : " (its answers differed when it was run twice)";
  return [`another verdict on ${differing}${unstable}`];
}
