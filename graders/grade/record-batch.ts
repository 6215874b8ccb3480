/** From what was found to what is on record: as it stands, or graded with tools that are started for it. */
import type { Compiler } from "../contract/compiled";
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import type { BatchFacts, SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import type { Plan } from "../judge/plan";
import type { RubricHistory } from "../records/changed-questions";
import type { RecordStore } from "../records/store";
import { createSandbox } from "../running/sandbox/sandbox";
import type { TakeRecord } from "./class-records";
import { findStandingClass, type StandingClass } from "./find-standing";
import type { Conditions } from "./gather-facts";
import type { GradeContext, GradeRequest } from "./grade-request";
import type { GradingTools } from "./grade-submission";
import { recordAll } from "./record-all";
import type { RecordingTools } from "./record-submission";
import type { Workshop } from "./workshop/workshop";

/** What is known before anything runs. */
export interface KnownBatch {
  readonly conditions: Conditions;
  readonly history: RubricHistory;
  readonly store: RecordStore;
  readonly plan: Plan;
  readonly workshop: Workshop;
  readonly compiler: Compiler;
  readonly limits: Limits;
  /** What stays in memory of each record. */
  readonly take: TakeRecord;
  /** Everything that is wanted, in the order of ids. */
  readonly asked: readonly FoundSubmission[];
  readonly notes: readonly (string | Message)[];
  /** Called once it is settled under which sandbox, before the first record. */
  readonly tellShard: (facts: BatchFacts) => Promise<void>;
}

export interface RecordedBatch {
  readonly facts: BatchFacts;
  readonly records: readonly SubmissionRecord[];
}

/** @throws as `createSandbox`, and what a deal throws */
export async function recordBatch(
  request: GradeRequest,
  context: GradeContext,
  batch: KnownBatch,
): Promise<RecordedBatch> {
  const { conditions, history, store, asked, take } = batch;
  const questions = request.questions === undefined ? {} : { questions: new Set(request.questions) };
  const { outFolder, sandboxMode, jobs } = request;
  const { signal, onProgress, deal, now } = context;
  const [isFresh, twice] = [request.fresh === true, request.twice === true];
  const known = { facts: conditions, history, store, take, twice, ...questions };
  const standing = await findStandingClass(known, asked, { outFolder, sandboxMode, isFresh, deal });
  if (standing !== null) return keepStanding(standing, context, batch);
  return withTools(request, batch, async (tools, ownNotes) => {
    const facts = { ...conditions, sandbox: tools.sandbox.report };
    await announce(context, { ...batch, notes: [...batch.notes, ...ownNotes] }, facts);
    const recording: RecordingTools = { ...known, tools, facts, now };
    return { facts, records: await recordAll(recording, asked, { jobs, isFresh, signal, onProgress, deal }) };
  });
}

async function keepStanding(
  { records, sandbox }: StandingClass,
  context: GradeContext,
  batch: KnownBatch,
): Promise<RecordedBatch> {
  const facts = { ...batch.conditions, sandbox };
  await announce(context, batch, facts);
  for (const record of records) context.onProgress?.({ kind: "finished", record, reused: true });
  return { facts, records };
}

async function announce({ onProgress }: GradeContext, batch: KnownBatch, facts: BatchFacts): Promise<void> {
  await batch.tellShard(facts);
  const { asked, notes } = batch;
  onProgress?.({ kind: "started", submissions: asked.length, sandbox: facts.sandbox, notes });
}

async function withTools<T>(
  { sandboxMode, twice = false }: GradeRequest,
  { plan, workshop, compiler, limits }: KnownBatch,
  use: (tools: GradingTools, notes: readonly string[]) => Promise<T>,
): Promise<T> {
  const sandbox = await createSandbox(sandboxMode, limits, compiler);
  try {
    return await use({ plan, workshop, compiler, sandbox, limits, twice }, sandbox.notes);
  } finally {
    await sandbox.close();
  }
}
