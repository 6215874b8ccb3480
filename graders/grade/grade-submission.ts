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
import { collectExplanations, type Explanations } from "../intake/explanations";
import { listNamedParts, nameQuestions } from "../intake/question-names";
import type { Answers } from "../judge/given";
import { judgeSubmission } from "../judge/judge";
import type { Plan } from "../judge/plan";
import { runSubmission } from "../running/run/run";
import type { ExportedName, LoadedSubmission, RunOptions, RunResult } from "../running/run/run-result";
import type { Sandbox } from "../running/sandbox/sandbox";
import { countExports, hintAtExports } from "./missing-exports";

/** What grading a submission needs, the same for the whole batch. */
export interface GradingTools {
  readonly plan: Plan;
  /** Number in the course's assignment by question id. */
  readonly tasks?: Readonly<Record<string, string>>;
  readonly compiler: Compiler;
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  /** What is asked of this submission, when some questions are asked alone; everything when left out. */
  readonly partial?: {
    readonly plan: Plan;
    /** Readings that explained parts of the other questions, by "question/part". */
    readonly shown: ReadonlyMap<string, string>;
  };
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
  tools: GradingTools,
  options: RunOptions = {},
): Promise<Judgement> {
  if (found.kind === "refused") return { kind: "ungradable", cause: "refused", says: found.refused };
  if (found.kind === "unread") return { kind: "fault", fault: found.fault };
  try {
    return await compileRunJudge(found, tools, options);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
    return { kind: "fault", fault };
  }
}

async function compileRunJudge(
  submission: Submission,
  tools: GradingTools,
  options: RunOptions,
): Promise<Judgement> {
  const { compiler, sandbox, limits } = tools;
  const { plan, shown } = tools.partial ?? { plan: tools.plan };
  const compiled = await compiler.compile(submission);
  if (!compiled.ok) {
    const { byQuestion, unassigned } = collectWritten(submission, undefined, tools);
    const { says } = compiled;
    return { kind: "ungradable", cause: "does-not-compile", says, explanations: byQuestion, unassigned };
  }
  const run = await runSubmission(compiled, plan.calls, { sandbox, limits }, options);
  const { load, tampering, stdout, stderr } = run;
  const output = { stdout, stderr };
  const exported: Value = load.kind === "loaded" ? load.explanations : undefined;
  const { byQuestion: explanations, unassigned } = collectWritten(submission, exported, tools);
  if (load.kind === "failed") {
    return {
      kind: "ungradable",
      cause: "does-not-load",
      says: load.says,
      output,
      tampering,
      explanations,
      unassigned,
    };
  }
  const judge = (from: RunResult) => judgeSubmission(plan, collectAnswers(plan, from, explanations), shown);
  const judged = judge(run);
  const told = {
    kind: "judged" as const,
    output,
    ...nameExports(judged, load.exports, submission, tools.plan),
    ...nameLoss(load),
    unassigned,
  };
  if (tools.twice !== true) return { ...told, tampering };
  const again = await runSubmission(compiled, plan.calls, { sandbox, limits }, options);
  const unstable = listDiffering(judged, judge(again));
  return { ...told, tampering: tampering ?? again.tampering, unstable };
}

/** What of the submission's top level did not come through. */
function nameLoss({
  loadError,
  explanationsTooLarge,
}: LoadedSubmission): Pick<Extract<Judgement, { kind: "judged" }>, "loadError" | "explanationsTooLarge"> {
  return {
    ...(loadError === undefined ? {} : { loadError }),
    ...(explanationsTooLarge === undefined ? {} : { explanationsTooLarge }),
  };
}

/** The verdicts with a word on functions that exist otherwise than asked for, and how many were found at all. */
function nameExports(
  judged: readonly QuestionVerdict[],
  exported: readonly ExportedName[],
  submission: Submission,
  plan: Plan,
): Pick<Extract<Judgement, { kind: "judged" }>, "questions" | "exports"> {
  const asked = plan.questions.map((one) => one.question);
  const sources = submission.files.map((file) => file.text);
  return {
    questions: hintAtExports(judged, asked, exported, sources),
    exports: countExports(asked, exported),
  };
}

function collectWritten(
  { answersMarkdown, files }: Submission,
  exported: Value,
  { plan, tasks }: GradingTools,
): Explanations {
  return collectExplanations({
    exported,
    texts: answersMarkdown === undefined ? [] : [answersMarkdown],
    sources: files.map((file) => file.text),
    questions: nameQuestions(listNamedParts(plan.questions.map((one) => one.question)), tasks),
  });
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
