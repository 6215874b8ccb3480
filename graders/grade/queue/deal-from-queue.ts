/**
 * Grades what a queue hands to this machine, until the whole class is done, wherever. A record is on disk before its job
 * is done, so that a worker that is killed loses nothing; what it had begun is delivered again. A submission that was
 * delivered twice has equal records in two folders, of which the merge takes one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { GraderFault, UsageError } from "../../contract/faults";
import type { SubmissionRecord } from "../../contract/record";
import type { FoundSubmission } from "../../contract/submission";
import type { Batch, Deal } from "../grade-request";
import { type JobQueue, type JobWorker, openQueue, type WorkOptions } from "./bullmq";
import { nameJobs, nameQueue } from "./class-jobs";

export interface QueueOptions extends WorkOptions {
  /** As for `openQueue`. */
  readonly address: string;
  readonly signal?: AbortSignal;
}

/**
 * The deal throws UsageError when this class was not put into the queue under these conditions, or is there no more; the
 * signal's reason when interrupted; WriteFault when the disk refuses a record; GraderFault for a submission that takes
 * down every worker.
 */
export function dealFromQueue(options: QueueOptions): Deal {
  return async (batch) => {
    const { facts, submissions } = batch;
    const queue = await openQueue(options.address, nameQueue(facts, submissions));
    try {
      const jobs = nameJobs(submissions);
      await countOpen(queue, jobs.size);
      const records = await workThrough(queue, { jobs, batch }, options);
      await refuseGivenUp(queue, jobs);
      return records;
    } finally {
      await queue.close();
    }
  };
}

interface Work {
  readonly jobs: ReadonlyMap<string, FoundSubmission>;
  readonly batch: Batch;
}

async function workThrough(
  queue: JobQueue,
  { jobs, batch }: Work,
  options: QueueOptions,
): Promise<readonly SubmissionRecord[]> {
  const records = new Map<string, SubmissionRecord>();
  const take = async (name: string): Promise<void> => {
    const found = jobs.get(name);
    if (found === undefined) throw new GraderFault(`the queue holds a job that is no submission: ${name}`);
    records.set(name, await batch.record(found));
  };
  const worker = queue.work(take, options);
  try {
    await waitUntilDone(queue, worker, { expected: jobs.size, signal: options.signal });
  } finally {
    await worker.close();
  }
  return [...records.values()];
}

const pollMs = 500;

/** @throws what stopped the worker; the signal's reason, also while the server does not answer */
async function waitUntilDone(
  queue: JobQueue,
  { stopped }: JobWorker,
  { expected, signal }: { readonly expected: number; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const over = new AbortController();
  // One race for the whole wait: each one with a promise that does not settle stays with it.
  const interrupted = new Promise<never>((_, reject) => {
    if (signal?.aborted === true) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true, signal: over.signal });
  });
  try {
    await Promise.race([pollUntilDone(queue, expected, over.signal), stopped, interrupted]);
  } finally {
    over.abort();
  }
}

async function pollUntilDone(queue: JobQueue, expected: number, signal: AbortSignal): Promise<void> {
  while ((await countOpen(queue, expected)) > 0) await sleep(pollMs, undefined, { signal });
}

async function countOpen(queue: JobQueue, expected: number): Promise<number> {
  const { known, open } = await queue.count();
  if (known === expected) return open;
  throw new UsageError(
    `--queue: expected ${expected} submissions of this class, got ${known}; put it in with --enqueue, and give every worker the same class, seed, limits and version`,
  );
}

async function refuseGivenUp(queue: JobQueue, jobs: Work["jobs"]): Promise<void> {
  const names = (await queue.listGivenUp()).map((name) => jobs.get(name)?.id ?? name);
  if (names.length === 0) return;
  throw new GraderFault(
    `took down every worker it was delivered to: ${names.join(", ")}; the rest is done, look at it by hand`,
  );
}
