/** From what a submission gave to its verdicts, in one step that runs in any thread. Pure. */

import { isRealExplanation } from "../contract/explanation";
import { GraderFault } from "../contract/faults";
import type { Outcome } from "../contract/outcome";
import type { Value } from "../contract/value";
import type { QuestionVerdict } from "../contract/verdict";
import { collectExplanations, type Explanations } from "../intake/explanations";
import { nameAssignment } from "../intake/question-names";
import type { Answers } from "../judge/given";
import { type Findings, judgeSubmission, listWork } from "../judge/judge";
import { listNeeds } from "../judge/needs";
import type { CopyRemover } from "../judge/own-words";
import { narrowPlan, type Plan } from "../judge/plan";
import type { VerdictMemory } from "../judge/verdict-memory";
import { listOtherTitles } from "../report/other-titles";
import type { ExportedName } from "../running/run/run-result";
import { countExports, type ExportCount, hintAtExports } from "./missing-exports";

/** What judging goes by, the same for the whole batch. */
export interface Rubric {
  readonly plan: Plan;
  /** Number in the course's assignment by question id. */
  readonly tasks?: Readonly<Record<string, string>>;
  /** Verdicts on those who were judged before by this plan. */
  readonly memory?: VerdictMemory;
  /** Takes out what repeats the questions: whoever repeats them has explained nothing. */
  readonly copied?: CopyRemover;
}

/** Where a student's own words may stand. */
export interface Written {
  readonly answersMarkdown?: string;
  /** Texts of the source files. */
  readonly sources: readonly string[];
  /** The value of `export const explanations`, if there is one. */
  readonly exported: Value;
}

/** A run as judging sees it: plain data. */
export interface RunToJudge {
  readonly written: Written;
  /** In the order of the plan's calls. */
  readonly outcomes: readonly Outcome[];
  readonly exports: readonly ExportedName[];
  /** When some questions are asked alone: which, and what was found about parts of the others. */
  readonly partial?: { readonly asked: ReadonlySet<string>; readonly shown: Findings };
}

export interface JudgedRun {
  /** With a word on functions that exist otherwise than asked for. */
  readonly questions: readonly QuestionVerdict[];
  readonly exports: ExportCount;
  /** What the student wrote that belongs to no question. */
  readonly unassigned: readonly string[];
  /** What the student wrote was not looked through: it took too long, or too much. */
  readonly explanationsTooLarge?: true;
}

/** @throws GraderFault when a planned call has no outcome */
export function judgeRun(rubric: Rubric, { written, outcomes, exports, partial }: RunToJudge): JudgedRun {
  const plan = partial === undefined ? rubric.plan : narrowPlan(rubric.plan, partial.asked);
  const { byQuestion, unassigned } = readWritten(rubric, written);
  const asked = rubric.plan.questions.map((one) => one.question);
  const judged = judgeSubmission(plan, collectAnswers(plan, outcomes, byQuestion, rubric.copied), {
    ...(partial === undefined ? {} : { shown: listWork(rubric.plan, partial.shown) }),
    needs: listNeeds(rubric.plan.questions),
    ...(rubric.memory === undefined ? {} : { memory: rubric.memory }),
  });
  return {
    questions: hintAtExports(judged, asked, exports, written.sources),
    exports: countExports(asked, exports),
    unassigned,
  };
}

export function readWritten(
  { plan, tasks, copied = keepAll }: Rubric,
  { answersMarkdown, sources, exported }: Written,
): Explanations {
  const { byQuestion, unassigned } = collectExplanations({
    exported,
    texts: answersMarkdown === undefined ? [] : [answersMarkdown],
    sources,
    questions: nameAssignment(
      { questions: plan.questions.map((one) => one.question), ...(tasks ? { tasks } : {}) },
      listOtherTitles,
    ),
  });
  // What everybody was handed explains nothing, and needs nobody to read it.
  const isOwn = (text: string, isMuch: (own: string) => boolean): boolean => {
    const own = copied.removeCopied(text);
    return own === text || isMuch(own);
  };
  return {
    byQuestion: new Map([...byQuestion].filter(([, text]) => isOwn(text, (own) => /\p{L}/u.test(own)))),
    unassigned: unassigned.filter((text) => isOwn(text, isRealExplanation)),
  };
}

const keepAll: CopyRemover = { removeRuns: (text) => text, removeCopied: (text) => text };

function collectAnswers(
  plan: Plan,
  given: readonly Outcome[],
  explanations: ReadonlyMap<string, string>,
  copied = keepAll,
): Answers {
  const outcomes = new Map<string, Outcome>();
  plan.calls.forEach((call, index) => {
    const outcome = given[index];
    if (outcome !== undefined) outcomes.set(call.key, outcome);
  });
  // Asked for again with every option that looks at a text.
  const ownWords = new Map(
    [...explanations].map(([question, text]) => [question, copied.removeCopied(text)]),
  );
  return {
    getOutcome: (key) => {
      const outcome = outcomes.get(key);
      if (outcome === undefined) throw new GraderFault(`a planned call was never asked: ${key.slice(0, 80)}`);
      return outcome;
    },
    getExplanation: (question) => explanations.get(question) ?? "",
    getOwnWords: (question) => ownWords.get(question) ?? "",
    getWritten: (question) => copied.removeRuns(explanations.get(question) ?? ""),
  };
}
