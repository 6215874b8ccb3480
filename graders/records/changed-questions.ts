/** Which marks of a record stand under a rubric or plan of which only other questions changed. Pure. */
import type { Conditions, KeptMarks, SubmissionRecord } from "../contract/record";
import type { WidenedQuestions } from "../contract/widened-questions";
import { findOlderMark, type WantedRecord } from "./conditions";
import type { RubricLine } from "./rubrics-file";

export interface RubricHistory {
  /** By which this run marks. */
  readonly now: RubricLine;
  /** By which earlier runs did. */
  readonly known: readonly RubricLine[];
  /** What some changed questions touch. */
  readonly widen: (changed: ReadonlySet<string>) => WidenedQuestions;
}

/**
 * The record as it stands now: under today's rubric and plan, but for the marks that they would make anew, which are
 * kept ones under the earlier. The same record where nobody knows what changed, or all marks depend on it.
 */
export function renewConditions(record: SubmissionRecord, history: RubricHistory): SubmissionRecord {
  if (record.status === "not_graded") return record;
  const before = {
    gradedAt: record.clock.finishedAt,
    rubricDigest: record.rubricDigest,
    planDigest: record.planDigest,
    seedDigest: record.seedDigest,
  };
  const keptBefore = record.kept ?? [];
  const isKept = new Set(keptBefore.flatMap(({ questions }) => questions));
  const own = record.questions.map(({ id }) => id).filter((id) => !isKept.has(id));
  const touched = findTouched(before, history);
  if (touched === null) return record;
  const rest = [{ ...before, questions: own }, ...keptBefore].flatMap((one): readonly KeptMarks[] => {
    const changed = findTouched(one, history);
    const questions = changed === null ? one.questions : one.questions.filter((id) => changed.has(id));
    return questions.length === 0 ? [] : [{ ...one, questions }];
  });
  const { kept: _, ...plain } = record;
  const { rubricDigest, planDigest } = history.now;
  return { ...plain, rubricDigest, planDigest, ...(rest.length === 0 ? {} : { kept: rest }) };
}

/** Null where that is not known. */
function findTouched(
  made: Pick<Conditions, "rubricDigest" | "planDigest">,
  { now, known, widen }: RubricHistory,
): ReadonlySet<string> | null {
  const line = [now, ...known].find((one) => isOf(one, made));
  if (line === undefined || line.shared !== now.shared) return null;
  const ids = Object.keys(now.questions);
  return widen(new Set(ids.filter((id) => line.questions[id] !== now.questions[id]))).touched;
}

/** Undefined where all marks of a renewed record, or none, have to be made anew. */
export function listChanged(
  record: SubmissionRecord,
  wanted: WantedRecord,
  { widen }: Pick<RubricHistory, "widen">,
): WidenedQuestions | undefined {
  const questions = findOlderMark(record, wanted)?.questions;
  return questions === undefined ? undefined : widen(new Set(questions));
}

export function isOf(
  line: RubricLine,
  { rubricDigest, planDigest }: Pick<Conditions, "rubricDigest" | "planDigest">,
): boolean {
  return line.rubricDigest === rubricDigest && line.planDigest === planDigest;
}
