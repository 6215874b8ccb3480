/** Somebody's whole work, judged: the verdicts, and what their later answers may follow from. */

import { comparePoints } from "../contract/points";
import type { QuestionVerdict } from "../contract/verdict";
import type { EarlierWork } from "../judge/earlier-work";
import type { Answers } from "../judge/given";
import { judgeSubmission, listFindings, listWork } from "../judge/judge";
import type { Plan } from "../judge/plan";
import { answerPlan, type Memory } from "./answer-in-process";
import type { Solution } from "./material";

/** Earlier work to answer beside: what a reading may have to be carried forward from. */
export interface JudgedSolution {
  readonly name: string;
  readonly answers: Answers;
  readonly work: EarlierWork;
  /** True when it is right, so that what follows from it is right, too, and a carried reading has nothing to excuse. */
  readonly isRight: boolean;
}

/** @param memory of a plan made before, so that calls that every seed asks are made once */
export function judgeSolution(
  plan: Plan,
  work: Solution,
  memory?: Memory,
): { readonly verdicts: readonly QuestionVerdict[]; readonly judged: JudgedSolution } {
  const answers = answerPlan(plan, work, memory);
  const verdicts = judgeSubmission(plan, answers);
  const graded = verdicts.flatMap((one) => (one.status === "not_graded" ? [] : [one]));
  const earlier = listWork(plan, listFindings(verdicts));
  const isRight =
    graded.length === verdicts.length &&
    graded.every((one) => comparePoints(one.points, one.maxPoints) === 0);
  const judged: JudgedSolution = { name: work.name, answers, work: earlier, isRight };
  return { verdicts, judged };
}
