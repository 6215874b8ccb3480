/** One submission through compile → run → judge: what became of it, whoever's fault that was. */

import type { Compiler } from "../contract/compiled";
import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Judgement } from "../contract/record";
import type { FoundSubmission, Submission } from "../contract/submission";
import { describeError } from "../contract/thrown";
import type { Value } from "../contract/value";
import type { QuestionVerdict } from "../contract/verdict";
import type { Plan } from "../judge/plan";
import { runSubmission } from "../running/run/run";
import type { LoadedSubmission, RunOptions } from "../running/run/run-result";
import type { Sandbox } from "../running/sandbox/sandbox";
import type { Judging } from "./desk/work";
import type { Written } from "./judge-run";

/** What grading a submission needs, the same for the whole batch. */
export interface GradingTools {
  readonly plan: Plan;
  readonly desk: Judging;
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
  const { plan, compiler, sandbox, limits, desk } = tools;
  const compiled = await compiler.compile(submission);
  if (!compiled.ok) {
    const { byQuestion, unassigned } = await desk.read(listWritten(submission, undefined));
    const says = compiled.diagnostics;
    return { kind: "ungradable", cause: "does-not-compile", says, explanations: byQuestion, unassigned };
  }
  const run = await runSubmission(compiled, plan.calls, { sandbox, limits }, options);
  const output = { stdout: run.stdout, stderr: run.stderr };
  const { load, tampering } = run;
  const exported: Value = load.kind === "loaded" ? load.explanations : undefined;
  const written = listWritten(submission, exported);
  if (load.kind === "failed") {
    const { byQuestion: explanations, unassigned } = await desk.read(written);
    return {
      kind: "ungradable",
      cause: "does-not-load",
      says: load.message,
      output,
      tampering,
      explanations,
      unassigned,
    };
  }
  const { exports } = load;
  const judged = await desk.judge({ written, outcomes: run.outcomes, exports });
  const shown = { kind: "judged" as const, output, ...judged, ...nameLoss(load) };
  if (tools.twice !== true) return { ...shown, tampering };
  const again = await runSubmission(compiled, plan.calls, { sandbox, limits }, options);
  const second = await desk.judge({ written, outcomes: again.outcomes, exports });
  const unstable = listDiffering(judged.questions, second.questions);
  return { ...shown, tampering: tampering ?? again.tampering, unstable };
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

function listWritten({ answersMarkdown, files }: Submission, exported: Value): Written {
  const sources = files.map((file) => file.text);
  return { ...(answersMarkdown === undefined ? {} : { answersMarkdown }), sources, exported };
}

/** Ids of the questions on which two runs of the same submission come to another verdict. */
function listDiffering(
  first: readonly QuestionVerdict[],
  second: readonly QuestionVerdict[],
): readonly string[] {
  const later = new Map(second.map((one) => [one.id, JSON.stringify(one)]));
  return first.filter((one) => later.get(one.id) !== JSON.stringify(one)).map((one) => one.id);
}
