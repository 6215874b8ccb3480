/**
 * Grading a class, as one sentence: discover the submissions, compile, run and judge each, record and store what
 * became of it, then report on the class.
 */
import type { Assignment } from "../assignment";
import { openReporter, type Reporter } from "../report/report";
import type { LimitName, Limits } from "../sandbox/limits";
import { parseLimits } from "../sandbox/limits";
import { createSandbox, type SandboxMode, type SandboxReport } from "../sandbox/sandbox";
import { startCompiler } from "./compile";
import { discoverSubmissions, type FoundSubmission } from "./discover";
import { gradeSubmission, type Machine } from "./grade-submission";
import { planQuestions } from "./plan";
import { createPool } from "./pool";
import { type BatchFacts, buildRecord, digestPlan, type Producer, type SubmissionRecord } from "./record";
import { readRosterFile } from "./roster-file";
import { digestRubric } from "./rubric";
import { findReasonToRegrade, openStore, type RecordStore } from "./store";
import { UsageError } from "./usage-error";
import { type ClassResult, writeClass } from "./write-class";

export interface GradeRequest {
  /** A folder of submissions, one submission's folder, or one `.ts` file. */
  readonly path: string;
  readonly outFolder: string;
  readonly assignment: Assignment;
  readonly seed: string;
  /** Submissions graded at once. */
  readonly jobs: number;
  readonly sandboxMode: SandboxMode;
  readonly limits?: Readonly<Partial<Record<LimitName, unknown>>>;
  /** Grade only these submissions; what is on record for the others stands. */
  readonly only?: readonly string[];
  /** Grade everything again, whatever is on record. */
  readonly fresh?: boolean;
  readonly rosterPath?: string;
}

/** Where the project lies and who it is, and the outside world. */
export interface GradeContext {
  readonly root: string;
  readonly producer: Producer;
  readonly tools: Readonly<Record<string, string>>;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: GradeEvent) => void;
}

export type GradeEvent =
  | { readonly kind: "started"; readonly submissions: number; readonly sandbox: SandboxReport }
  | { readonly kind: "finished"; readonly record: SubmissionRecord; readonly reused: boolean };

/**
 * Grades a class and writes everything under `outFolder`. A record is on disk the moment its submission is done,
 * so an interrupted run loses nothing that was finished: the next one takes it up.
 *
 * @throws UsageError for what the caller can mend; GraderFault when nothing can be graded at all; the signal's
 *   reason when interrupted
 */
export async function gradeClass(request: GradeRequest, context: GradeContext): Promise<ClassResult> {
  const limits = parseLimits(request.limits);
  const { submissions } = await discoverSubmissions(request.path, limits);
  const wanted = chooseSubmissions(submissions, request.only);
  const students = request.rosterPath && (await readRosterFile(request.rosterPath, request.outFolder));
  const reporter = await openReporter(`${context.root}/templates`, request.assignment);
  const store = openStore(request.outFolder);
  return withMachine(request, limits, async (machine) => {
    const facts = await gatherFacts(request, context, machine);
    context.onProgress?.({ kind: "started", submissions: wanted.size, sandbox: facts.sandbox });
    const desk = { request, context, machine, facts, store, reporter };
    const pool = createPool(request.jobs);
    const records = await Promise.all(
      submissions.map((found) =>
        wanted.has(found.id)
          ? pool.add(() => gradeOne(desk, found, pool.runAlone))
          : findStanding(desk, found),
      ),
    );
    const standing = records.filter((record) => record !== undefined);
    return writeClass({
      facts,
      records: standing,
      store,
      reporter,
      ...(students ? { students } : {}),
      outFolder: request.outFolder,
    });
  });
}

/** Everything on the desk while a class is graded. */
interface Desk {
  readonly request: GradeRequest;
  readonly context: GradeContext;
  readonly machine: Machine;
  readonly facts: BatchFacts;
  readonly store: RecordStore;
  readonly reporter: Reporter;
}

function chooseSubmissions(
  submissions: readonly FoundSubmission[],
  only: readonly string[] | undefined,
): ReadonlySet<string> {
  const ids = new Set(submissions.map((one) => one.id));
  if (only === undefined) return ids;
  const unknown = only.filter((id) => !ids.has(id));
  if (unknown.length > 0) throw new UsageError(`--only: no submission is called ${unknown.join(", ")}`);
  return new Set(only);
}

async function withMachine<T>(
  request: GradeRequest,
  limits: Limits,
  use: (machine: Machine) => Promise<T>,
): Promise<T> {
  const compiler = startCompiler(limits);
  try {
    const sandbox = await createSandbox(request.sandboxMode, limits, compiler);
    try {
      const plan = planQuestions(request.assignment.questions, request.seed);
      return await use({ plan, compiler, sandbox, limits });
    } finally {
      await sandbox.close();
    }
  } finally {
    await compiler.close();
  }
}

async function gatherFacts(
  request: GradeRequest,
  context: GradeContext,
  machine: Machine,
): Promise<BatchFacts> {
  return {
    assignment: request.assignment,
    seed: request.seed,
    rubricDigest: await digestRubric(context.root),
    planDigest: digestPlan(machine.plan),
    producer: context.producer,
    tools: context.tools,
    sandbox: machine.sandbox.report,
  };
}

async function gradeOne(
  desk: Desk,
  found: FoundSubmission,
  runAlone: <T>(task: () => Promise<T>) => Promise<T>,
): Promise<SubmissionRecord> {
  const { request, context, machine, store } = desk;
  context.signal?.throwIfAborted();
  const standing = request.fresh === true ? undefined : await findStanding(desk, found);
  const record =
    standing ??
    (await makeRecord(desk, found, () =>
      gradeSubmission(found, machine, { ...(context.signal ? { signal: context.signal } : {}), runAlone }),
    ));
  if (standing === undefined) await store.writeRecord(record);
  context.onProgress?.({ kind: "finished", record, reused: standing !== undefined });
  return record;
}

async function makeRecord(
  { facts, context }: Desk,
  found: FoundSubmission,
  grade: () => ReturnType<typeof gradeSubmission>,
): Promise<SubmissionRecord> {
  const startedAt = context.now();
  const judgement = await grade();
  const finishedAt = context.now();
  const clock = {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
  };
  return buildRecord(facts, found, judgement, clock);
}

/** A record from an earlier run that stands for this one, if there is one. Refused submissions are cheap: none. */
async function findStanding(
  { facts, store }: Desk,
  found: FoundSubmission,
): Promise<SubmissionRecord | undefined> {
  if (found.kind === "refused") return undefined;
  const stored = await store.readRecord(found.id);
  if (stored.kind !== "found") return undefined;
  const wanted = { ...facts, contentDigest: found.contentDigest };
  return findReasonToRegrade(stored.record, wanted) === null ? stored.record : undefined;
}
