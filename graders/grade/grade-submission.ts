/** One submission through compile → run → judge: what became of it, whoever's fault that was. */

import type { Compiler } from "../contract/compiled";
import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Outcome } from "../contract/outcome";
import type { Judgement } from "../contract/record";
import type { FoundSubmission, Submission } from "../contract/submission";
import { describeError } from "../contract/thrown";
import type { Value } from "../contract/value";
import type { QuestionVerdict } from "../contract/verdict";
import { mergeExplanations } from "../intake/explanations";
import type { Answers } from "../judge/given";
import { judgeSubmission } from "../judge/judge";
import type { Plan } from "../judge/plan";
import { runSubmission } from "../running/run/run";
import type { RunOptions, RunResult } from "../running/run/run-result";
import type { Sandbox } from "../running/sandbox/sandbox";

/** What grading a submission needs, the same for the whole batch. */
export interface Machine {
  readonly plan: Plan;
  readonly compiler: Compiler;
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  /** Run every submission a second time and note which verdicts differ; the first run's count. */
  readonly twice?: boolean;
}

/**
 * Never throws but for an abort: a fault of ours becomes a judgement that scores nothing, and the batch goes on.
 *
 * @throws the signal's reason when the run was interrupted
 */
export async function gradeSubmission(
  found: FoundSubmission,
  machine: Machine,
  options: RunOptions = {},
): Promise<Judgement> {
  if (found.kind === "refused") return { kind: "ungradable", cause: "refused", says: found.refused };
  if (found.kind === "unread") return { kind: "fault", fault: found.fault };
  try {
    return await compileRunJudge(found, machine, options);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
    return { kind: "fault", fault };
  }
}

async function compileRunJudge(
  submission: Submission,
  machine: Machine,
  options: RunOptions,
): Promise<Judgement> {
  const { plan, compiler, sandbox, limits } = machine;
  const compiled = await compiler.compile(submission);
  if (!compiled.ok) {
    const explanations = mergeExplanations(undefined, submission.answersMarkdown);
    return { kind: "ungradable", cause: "does-not-compile", says: compiled.diagnostics, explanations };
  }
  const run = await runSubmission(compiled, plan.calls, sandbox, limits, options);
  const output = { stdout: run.stdout, stderr: run.stderr };
  const { load, tampering } = run;
  const exported: Value = load.kind === "loaded" ? load.explanations : undefined;
  const explanations = mergeExplanations(exported, submission.answersMarkdown);
  if (load.kind === "failed") {
    return {
      kind: "ungradable",
      cause: "does-not-load",
      says: load.message,
      output,
      tampering,
      explanations,
    };
  }
  const questions = judgeSubmission(plan, collectAnswers(plan, run, explanations));
  if (machine.twice !== true) return { kind: "judged", questions, tampering, output };
  const again = await runSubmission(compiled, plan.calls, sandbox, limits, options);
  const second = judgeSubmission(plan, collectAnswers(plan, again, explanations));
  return {
    kind: "judged",
    questions,
    tampering: tampering ?? again.tampering,
    output,
    unstable: listDiffering(questions, second),
  };
}

/** Ids of the questions on which two runs of the same submission come to another verdict. */
function listDiffering(
  first: readonly QuestionVerdict[],
  second: readonly QuestionVerdict[],
): readonly string[] {
  const later = new Map(second.map((one) => [one.id, JSON.stringify(one)]));
  return first.filter((one) => later.get(one.id) !== JSON.stringify(one)).map((one) => one.id);
}

function collectAnswers(plan: Plan, run: RunResult, explanations: ReadonlyMap<string, string>): Answers {
  const outcomes = new Map<string, Outcome>();
  plan.calls.forEach((call, index) => {
    const outcome = run.outcomes[index];
    if (outcome !== undefined) outcomes.set(call.key, outcome);
  });
  return {
    getOutcome: (key) => {
      const outcome = outcomes.get(key);
      if (outcome === undefined) throw new GraderFault(`a planned call was never asked: ${key.slice(0, 80)}`);
      return outcome;
    },
    getExplanation: (question) => explanations.get(question) ?? "",
  };
}
