/** One submission through compile → run → judge: what became of it, whoever's fault that was. */

import type { CompiledSubmission, Compiler, MissingImport } from "../contract/compiled";
import { blame } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Judgement, LoadError } from "../contract/record";
import type { FoundSubmission, Submission } from "../contract/submission";
import type { Value } from "../contract/value";
import type { Explanations } from "../intake/explanations";
import { locateCell } from "../intake/notebook/locate-cell";
import type { Findings } from "../judge/judge";
import type { Plan } from "../judge/plan";
import { runSubmission } from "../running/run/run";
import type { FailedLoad, LoadedSubmission, RunOptions, RunResult } from "../running/run/run-result";
import type { Sandbox } from "../running/sandbox/sandbox";
import { findStop, placeInWork } from "./find-stop";
import type { JudgedRun, RunToJudge, Written } from "./judge-run";
import { askBackwards, isLookedAtAgain, listDiffering } from "./look-again";
import { chooseUnread, hintAtUnread } from "./unread-work";
import type { Judging } from "./workshop/work";

/** What grading a submission needs, the same for the whole batch. */
export interface GradingTools {
  readonly plan: Plan;
  readonly workshop: Judging;
  readonly compiler: Compiler;
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  /** What is asked of this submission, when some questions are asked alone; everything when left out. */
  readonly partial?: {
    readonly plan: Plan;
    /** Readings that explained parts of the other questions, by "question/part". */
    readonly shown: Findings;
  };
  /** Run every submission a second time, not one in ten, and note which verdicts differ; the first run's count. */
  readonly twice?: boolean;
  /** Told what is judged, once it was judged: of a second run nothing. */
  readonly onJudged?: (contentDigest: string, plan: Plan, run: RunToJudge) => void;
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
    return { kind: "fault", fault: blame(error).message };
  }
}

async function compileRunJudge(
  submission: Submission,
  tools: GradingTools,
  options: RunOptions,
): Promise<Judgement> {
  const { compiler, sandbox, limits, workshop } = tools;
  const plan = tools.partial?.plan ?? tools.plan;
  const compiled = await compiler.compile(submission);
  if (!compiled.ok) {
    const { byQuestion, unassigned } = await workshop.read(listWritten(submission, undefined));
    const told = { says: compiled.says, ...placeInWork(compiled.place, submission) };
    return { kind: "ungradable", cause: "does-not-compile", ...told, explanations: byQuestion, unassigned };
  }
  const run = await runSubmission(compiled, plan.calls, { sandbox, limits }, options);
  const { load, tampering, stdout, stderr } = run;
  const output = { stdout, stderr };
  const exported: Value = load.kind === "loaded" ? load.explanations : undefined;
  const written = listWritten(submission, exported);
  if (load.kind === "failed") {
    const stop = await findStop(compiled, load, { sandbox, limits });
    return { ...tellFailed(await workshop.read(written), load, run), ...placeInWork(stop, submission) };
  }
  const { exports } = load;
  const judge = ({ outcomes }: Pick<RunResult, "outcomes">): Promise<JudgedRun> =>
    workshop.judge({ written, outcomes, exports, ...narrow(tools) });
  const judged = await judge(run);
  tools.onJudged?.(submission.contentDigest, plan, { written, outcomes: run.outcomes, exports });
  const lost = nameLoss(load, compiled, submission);
  const told = {
    kind: "judged" as const,
    output,
    ...judged,
    ...nameUnread(submission, judged, tools),
    ...lost,
  };
  if (tools.twice !== true && !isLookedAtAgain(plan, submission, judged)) return { ...told, tampering };
  const again = await askBackwards(plan.calls, run.outcomes, (calls) =>
    runSubmission(compiled, calls, { sandbox, limits }, options),
  );
  if (again === null) return { ...told, tampering, ranTwice: true };
  const unstable = listDiffering(judged.questions, (await judge(again)).questions);
  return { ...told, tampering: tampering ?? again.tampering, unstable, ranTwice: true };
}

function tellFailed(
  { byQuestion: explanations, unassigned }: Explanations,
  { says }: FailedLoad,
  { tampering, stdout, stderr }: RunResult,
): Extract<Judgement, { kind: "ungradable" }> {
  const output = { stdout, stderr };
  return { kind: "ungradable", cause: "does-not-load", says, output, tampering, explanations, unassigned };
}

function tellMissing({ says, path, line }: MissingImport): LoadError {
  return { message: says, isImport: true, place: { path, line } };
}

function placeLoss(loadError: LoadError, submission: Submission): LoadError {
  const { place } = loadError;
  const cell = place === null ? null : locateCell(place, submission);
  return place === null || cell === null ? loadError : { ...loadError, place: { ...place, cell } };
}

/** Which questions are asked alone, as plain data. */
function narrow({ partial }: GradingTools): Pick<RunToJudge, "partial"> {
  if (partial === undefined) return {};
  const asked = new Set(partial.plan.questions.map(({ question }) => question.id));
  return { partial: { asked, shown: partial.shown } };
}

/** What of the submission's top level did not come through. */
function nameLoss(
  { loadError: stopped, explanationsTooLarge }: LoadedSubmission,
  { missing = [] }: CompiledSubmission,
  submission: Submission,
): Pick<Extract<Judgement, { kind: "judged" }>, "loadError" | "explanationsTooLarge"> {
  // Where one is used at the top level, the engine points to what the compiler put there.
  const used = missing.find(({ says }) => says === stopped?.message);
  const [first] = missing;
  const found = stopped ?? (first === undefined ? undefined : tellMissing(first));
  const place = used === undefined ? found?.place : { path: used.path, line: used.line };
  const loadError = found === undefined ? undefined : { ...found, place: place ?? null };
  return {
    ...(loadError === undefined ? {} : { loadError: placeLoss(loadError, submission) }),
    ...(explanationsTooLarge === undefined ? {} : { explanationsTooLarge }),
  };
}

/** With the files that may answer what is missing. */
function nameUnread(
  { unread: all = [] }: Submission,
  { questions }: JudgedRun,
  { plan }: GradingTools,
): Pick<Extract<Judgement, { kind: "judged" }>, "questions" | "unread"> {
  const asked = plan.questions.map(({ question }) => question);
  const unread = chooseUnread(all, asked);
  return { unread, questions: hintAtUnread(questions, asked, unread) };
}

function listWritten({ answersMarkdown, files }: Submission, exported: Value): Written {
  const sources = files.map((file) => file.text);
  return { ...(answersMarkdown === undefined ? {} : { answersMarkdown }), sources, exported };
}
