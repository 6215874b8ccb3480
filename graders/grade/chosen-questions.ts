/** Asking some questions alone (`--question`): which are asked of a submission, and whose marks are kept. */
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { findNearName } from "../contract/near-name";
import type {
  BatchFacts,
  Judgement,
  KeptMarks,
  RecordedQuestion,
  SubmissionRecord,
} from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import type { QuestionVerdict } from "../contract/verdict";
import { type Findings, listFindings } from "../judge/judge";
import { findConditions, isSameConditions } from "../records/conditions";

export interface ChosenQuestions {
  readonly asked: ReadonlySet<string>;
  /** Marks of all other questions, from the record that stands. */
  readonly kept: ReadonlyMap<string, QuestionVerdict>;
  readonly standing: SubmissionRecord;
}

/** @throws UsageError naming what was probably meant, or all there are */
export function refuseUnknownQuestions(assignment: Assignment, wanted: readonly string[] = []): void {
  const ids = assignment.questions.map((one) => one.id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  const near = findNearName(unknown, ids);
  const advice = near === null ? `expected one of ${ids.join(", ")}` : `did you mean "${near}"?`;
  throw new UsageError(`--question: no question is called ${JSON.stringify(unknown)}; ${advice}`);
}

/**
 * The wanted questions, and those that have no mark yet. Null when everything is to be asked: nothing is on record, or
 * something else was handed in since, to which no earlier mark belongs.
 */
export function chooseQuestions(
  assignment: Assignment,
  wanted: ReadonlySet<string> | undefined,
  found: FoundSubmission,
  standing: SubmissionRecord | undefined,
): ChosenQuestions | null {
  if (wanted === undefined || standing === undefined || found.kind !== "submission") return null;
  if (standing.submission.contentDigest !== found.contentDigest) return null;
  const kept = new Map<string, QuestionVerdict>();
  for (const { id, points, isBonus = false } of assignment.questions) {
    const mark = standing.questions.find((one) => one.id === id);
    if (!wanted.has(id) && isMark(mark) && mark.maxPoints === points && mark.isBonus === isBonus)
      kept.set(id, mark);
  }
  const asked = assignment.questions.map((one) => one.id).filter((id) => !kept.has(id));
  return kept.size === 0 ? null : { asked: new Set(asked), kept, standing };
}

function isMark(question: RecordedQuestion | undefined): question is QuestionVerdict {
  return question?.status === "graded" || question?.status === "pending_manual";
}

/** What was found about parts of the kept questions: what the asked questions may build upon. */
export function listKeptFindings({ kept }: ChosenQuestions): Findings {
  return listFindings([...kept.values()]);
}

/**
 * What was judged now, with the kept marks, in the order of the assignment. What concerns the submission as a whole
 * (it no longer compiles, the grader failed) concerns all its marks.
 */
export function addKeptMarks(
  judgement: Judgement,
  { kept, standing }: ChosenQuestions,
  facts: BatchFacts,
): Judgement {
  if (judgement.kind !== "judged") return judgement;
  const judged = new Map(judgement.questions.map((one) => [one.id, one]));
  const questions = facts.assignment.questions.flatMap(({ id }) => judged.get(id) ?? kept.get(id) ?? []);
  const unstable = [...(standing.unstable ?? []).filter((id) => kept.has(id)), ...(judgement.unstable ?? [])];
  // What stays was run a second time only if it was then.
  const { ranTwice, ...rest } = judgement;
  return {
    ...rest,
    ...(ranTwice === true && standing.ranTwice === true ? { ranTwice } : {}),
    questions,
    tampering: judgement.tampering ?? standing.tampering,
    unstable,
    kept: listKeptMarks([...kept.keys()], standing, facts),
  };
}

/** The kept marks that were made under other conditions than this run's. */
function listKeptMarks(
  ids: readonly string[],
  standing: SubmissionRecord,
  facts: BatchFacts,
): readonly KeptMarks[] {
  const groups = new Map<string, KeptMarks>();
  for (const id of ids) {
    const conditions = findConditions(standing, id);
    if (isSameConditions(conditions, facts)) continue;
    const key = JSON.stringify(conditions);
    groups.set(key, { ...conditions, questions: [...(groups.get(key)?.questions ?? []), id] });
  }
  return [...groups.values()];
}
