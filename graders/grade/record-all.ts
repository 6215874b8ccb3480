/** Every wanted submission to its record: all of them here, or what is dealt to this machine. */
import type { SubmissionRecord } from "../contract/record";
import type { FoundSubmission } from "../contract/submission";
import { createPool } from "../running/pool";
import type { RunOptions } from "../running/run/run-result";
import type { Deal, GradeContext, GradeRequest } from "./grade-request";
import { findStandingRecord, type RecordingTools, recordSubmission } from "./record-submission";

interface Setting extends Pick<GradeRequest, "jobs"> {
  /** Everybody is graded again, whatever is on record. */
  readonly isFresh: boolean;
  readonly signal: GradeContext["signal"] | undefined;
  readonly onProgress: GradeContext["onProgress"] | undefined;
  readonly deal: Deal | undefined;
}

/** Graded now, or kept from an earlier run that asked the same. @throws what the deal throws */
export async function recordAll(
  tools: RecordingTools,
  wanted: readonly FoundSubmission[],
  { jobs, isFresh, signal, onProgress, deal }: Setting,
): Promise<readonly SubmissionRecord[]> {
  const pool = createPool(jobs);
  const options: RunOptions = { ...(signal ? { signal } : {}), runAlone: pool.runAlone };
  // What is run for a second look is asked everything: of marks that stay there would be none.
  const asksAll = isFresh || tools.twice === true;
  const recording: RecordingTools = { ...tools, isFresh: asksAll, throwsRefusals: deal !== undefined };
  const recordOne = async (found: FoundSubmission): Promise<SubmissionRecord> => {
    const standing = isFresh ? undefined : await findStandingRecord(recording, found);
    if (standing === undefined) onProgress?.({ kind: "running", id: found.id });
    let processorMs = 0;
    const onProcessorTime = (spentMs: number): void => {
      processorMs += spentMs;
    };
    const record = standing ?? (await recordSubmission(recording, found, { ...options, onProcessorTime }));
    onProgress?.({ kind: "finished", record, reused: standing !== undefined, processorMs });
    return tools.take(record);
  };
  const record = (found: FoundSubmission) => pool.add(() => recordOne(found));
  return (deal ?? dealAll)({ facts: tools.facts, submissions: wanted, record });
}

/** Every task is waited for, also after one of them was interrupted: only then may the tools be put away. */
const dealAll: Deal = async ({ submissions, record }) => {
  const settled = await Promise.allSettled(submissions.map(record));
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
};
