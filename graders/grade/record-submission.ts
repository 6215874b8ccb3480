/** From a found submission to its record on disk: the one that stands from an earlier run, or a new one. */
import { GraderFault } from "../contract/faults";
import type { BatchFacts, Clock, Judgement, SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import { describeError } from "../contract/thrown";
import { buildRecord } from "../records/record";
import { findReasonToRegrade, type RecordStore } from "../records/store";
import type { RunOptions } from "../running/run/run-result";
import { hasMark } from "./class-records";
import { type GradingTools, gradeSubmission } from "./grade-submission";

/** What recording needs, the same for the whole batch. */
export interface RecordingTools {
  readonly tools: GradingTools;
  readonly facts: BatchFacts;
  readonly store: RecordStore;
  readonly now: () => Date;
}

/**
 * Grades a submission and stores its record at once. A record that the disk refuses becomes a fault of ours for
 * this submission alone; the rest of the class goes on.
 *
 * @throws the signal's reason when interrupted
 */
export async function recordSubmission(
  recording: RecordingTools,
  found: FoundSubmission,
  options: RunOptions,
): Promise<SubmissionRecord> {
  options.signal?.throwIfAborted();
  const startedAt = recording.now();
  const startMs = performance.now();
  const judgement = await gradeSubmission(found, recording.tools, options);
  const clock: Clock = {
    startedAt: startedAt.toISOString(),
    finishedAt: recording.now().toISOString(),
    // The dates cannot tell: somebody may set the clock meanwhile.
    durationMs: Math.round(performance.now() - startMs),
  };
  try {
    const record = buildRecord(recording.facts, found, judgement, clock);
    // A mark that was earned stays on record when the grader fails later.
    const isKept = record.fault !== undefined && hasMark(await findStored(recording.store, found.id));
    if (!isKept) await recording.store.writeRecord(record);
    return record;
  } catch (error) {
    return buildRecord(recording.facts, found, blameUs(error), clock);
  }
}

async function findStored(store: RecordStore, id: string): Promise<SubmissionRecord | undefined> {
  const stored = await store.readRecord(id);
  return stored.kind === "found" ? stored.record : undefined;
}

/** The record of an earlier run that stands for this one, if there is one. */
export async function findStandingRecord(
  { facts, store }: Pick<RecordingTools, "facts" | "store">,
  found: FoundSubmission,
): Promise<SubmissionRecord | undefined> {
  if (found.kind !== "submission") return undefined;
  const record = await findStored(store, found.id);
  const wanted = { ...facts, contentDigest: found.contentDigest };
  return record !== undefined && findReasonToRegrade(record, wanted) === null ? record : undefined;
}

function blameUs(error: unknown): Judgement {
  const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
  return { kind: "fault", fault };
}
