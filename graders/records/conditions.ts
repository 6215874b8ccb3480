/** Under which rubric, plan and seed a mark was made, and whether a run would make it again as it stands. Pure. */
import type { Conditions, KeptMarks, SubmissionRecord } from "../contract/record";
import type { OlderMark, OldReason } from "./scores-document";

/** What a run would grade: a record made from exactly this need not be made again. */
export interface WantedRecord {
  /** Left out where it is not known what is handed in now. */
  readonly contentDigest?: string;
  readonly rubricDigest: string;
  readonly planDigest: string;
  readonly seedDigest: string;
}

type Wanted = Pick<WantedRecord, "rubricDigest" | "planDigest" | "seedDigest">;

/** Of one question's mark. */
export function findConditions(record: SubmissionRecord, questionId: string): Conditions {
  const kept = record.kept?.find((one) => one.questions.includes(questionId));
  const { rubricDigest, planDigest, seedDigest } = kept ?? record;
  return { gradedAt: kept?.gradedAt ?? record.clock.finishedAt, rubricDigest, planDigest, seedDigest };
}

export function isSameConditions(a: Wanted, b: Wanted): boolean {
  return compareConditions(a, b) === null;
}

function compareConditions(made: Wanted, wanted: Wanted): OldReason | null {
  if (made.rubricDigest !== wanted.rubricDigest) return "rubric-changed";
  if (made.seedDigest !== wanted.seedDigest) return "seed-changed";
  return made.planDigest === wanted.planDigest ? null : "plan-changed";
}

/**
 * Null when the record can stand for a new run. Never null for "not_graded".
 *
 * @param questions whose marks are wanted; all when left out
 */
export function findReasonToRegrade(
  record: SubmissionRecord,
  wanted: WantedRecord,
  questions?: ReadonlySet<string>,
): OldReason | null {
  const { contentDigest = record.submission.contentDigest } = wanted;
  if (record.status === "not_graded") return "failed";
  if (record.submission.contentDigest !== contentDigest) return "hand-in-changed";
  if (questions === undefined)
    return compareConditions(record, wanted) ?? findOldKept(record, wanted)[0]?.because ?? null;
  const reasons = [...questions].map((id) => compareConditions(findConditions(record, id), wanted));
  return reasons.find((one) => one !== null) ?? null;
}

/** Null for a mark that the run would give again, and for a submission that has none. */
export function findOlderMark(record: SubmissionRecord, wanted: WantedRecord): OlderMark | null {
  const because = findReasonToRegrade(record, wanted);
  if (because === null || because === "failed") return null;
  const old = findOldKept(record, wanted);
  const isWhollyOld = because === "hand-in-changed" || !isSameConditions(record, wanted);
  if (isWhollyOld || old.length === 0) return { gradedAt: record.clock.finishedAt, because };
  const gradedAt = old.map(({ kept }) => kept.gradedAt).sort()[0] as string;
  return { gradedAt, because, questions: old.flatMap(({ kept }) => kept.questions) };
}

function findOldKept(
  record: SubmissionRecord,
  wanted: Wanted,
): readonly { readonly kept: KeptMarks; readonly because: OldReason }[] {
  return (record.kept ?? []).flatMap((kept) => {
    const because = compareConditions(kept, wanted);
    return because === null ? [] : [{ kept, because }];
  });
}
