/**
 * A queue of jobs in Redis, each delivered at least once: to whoever asks, and again to another when the first gives no
 * sign of life any more. A job is its name alone. The one doorway to bullmq.
 */
import { isAbsolute } from "node:path";
import { type ConnectionOptions, type Job, Queue, WaitingError, Worker } from "bullmq";
import { UsageError } from "../../contract/faults";
import { describeError } from "../../contract/thrown";

export interface JobCounts {
  /** All that were ever put in. */
  readonly known: number;
  /** Neither done nor given up. */
  readonly open: number;
}

export interface JobQueue {
  /** Puts in what is not there yet, done or not. */
  add(names: readonly string[]): Promise<void>;
  /** What is done or given up is to be done again. */
  reopen(): Promise<void>;
  count(): Promise<JobCounts>;
  /** Jobs that took down everybody they were delivered to. */
  listGivenUp(): Promise<readonly string[]>;
  /** Begins to take jobs. A job is done when `take` settles; when it throws, the job goes back, and nothing is taken any more. */
  work(take: (name: string) => Promise<void>, options: WorkOptions): JobWorker;
  close(): Promise<void>;
}

export interface WorkOptions {
  /** Jobs at once. */
  readonly jobs: number;
  /** Without a sign of life from a worker for so long, its jobs are delivered again. */
  readonly redeliverMs: number;
  /** How many workers more a job is given to whose worker was lost, before it is given up; tests ask for few. */
  readonly mostDeliveries?: number;
}

export interface JobWorker {
  /** Rejects with what `take` threw first; else never settles. */
  readonly stopped: Promise<never>;
  /** Once what was taken has settled. */
  close(): Promise<void>;
}

/** What takes down so many workers in turn is at fault itself. */
const deliveriesOfGuilty = 20;

/** How often, and how many times, a server that is away is looked for before that is an error. */
const retryMs = 1000;
const retries = 60;

/**
 * @param address redis://… or rediss://…, or the absolute path of a socket
 * @param name of the queue
 * @throws UsageError when no Redis answers there, in the methods as well
 */
export async function openQueue(address: string, name: string): Promise<JobQueue> {
  const connection = { ...readAddress(address), retryStrategy: () => retryMs };
  const queue = new Queue(name, { connection: { ...connection, maxRetriesPerRequest: retries } });
  const ask = <T>(question: Promise<T>): Promise<T> =>
    question.catch((error) => {
      throw noServer(address, error);
    });
  await ask(waitUntilReady(queue));
  const client = await queue.getBackend().client;
  // Where nobody answers there is nobody to take leave of: that would wait for ever.
  const isThere = (): boolean => client.status === "ready";
  return {
    add: async (names) => {
      await ask(queue.addBulk(names.map((jobId) => ({ name: "grade", data: {}, opts: { jobId } }))));
    },
    reopen: async () => {
      await ask(queue.retryJobs({ state: "completed" }));
      await ask(queue.retryJobs({ state: "failed" }));
    },
    count: async () => addUp(await ask(queue.getJobCounts())),
    listGivenUp: async () => (await ask(queue.getFailed())).map((job) => job.id ?? ""),
    work: (take, options) => {
      const { worker, stopped, settleTaken } = startWorker({ name, connection }, take, options);
      const close = async (): Promise<void> => {
        await settleTaken();
        await worker.close(!isThere());
      };
      return { stopped, close };
    },
    close: async () => (isThere() ? queue.close() : client.disconnect()),
  };
}

function addUp(counts: Readonly<Record<string, number>>): JobCounts {
  const known = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return { known, open: known - (counts.completed ?? 0) - (counts.failed ?? 0) };
}

/** The first error tells: after it, the client would try for ever. */
async function waitUntilReady(queue: Queue): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      queue.once("error", reject);
      queue.waitUntilReady().then(() => resolve(), reject);
    });
  } catch (error) {
    queue.on("error", () => {});
    await queue.close();
    throw error;
  }
  // It connects again by itself.
  queue.on("error", () => {});
}

function noServer(address: string, error: unknown): UsageError {
  const isLost = error instanceof Error && error.name === "MaxRetriesPerRequestError";
  const came = isLost ? `no answer for ${(retries * retryMs) / 1000} s` : describeError(error);
  return new UsageError(`--queue: expected a Redis server at ${hidePassword(address)}, got ${came}`);
}

interface StartedWorker {
  readonly worker: Worker;
  readonly stopped: Promise<never>;
  settleTaken(): Promise<unknown>;
}

function startWorker(
  { name, connection }: { readonly name: string; readonly connection: ConnectionOptions },
  take: (name: string) => Promise<void>,
  { jobs, redeliverMs, mostDeliveries = deliveriesOfGuilty }: WorkOptions,
): StartedWorker {
  let stop: (error: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  const taken = new Set<Promise<void>>();
  const process = async (job: Job, token?: string): Promise<void> => {
    const taking = take(job.id ?? "");
    taken.add(taking);
    try {
      await taking;
    } catch (error) {
      stop(error);
      // Where that fails, somebody else has it already, or will have it in a while.
      await job.moveToWait(token).catch(() => {});
      throw new WaitingError();
    } finally {
      taken.delete(taking);
    }
  };
  const worker = new Worker(name, process, {
    connection,
    concurrency: jobs,
    lockDuration: redeliverMs,
    stalledInterval: redeliverMs,
    maxStalledCount: mostDeliveries,
  });
  // A server that is away for a while comes back; a job that somebody else was given meanwhile is done twice.
  worker.on("error", () => {});
  return { worker, stopped, settleTaken: () => Promise.allSettled(taken) };
}

function readAddress(address: string): { readonly path: string } | { readonly url: string } {
  if (isAbsolute(address)) return { path: address };
  if (URL.canParse(address) && ["redis:", "rediss:"].includes(new URL(address).protocol))
    return { url: address };
  throw new UsageError(
    `--queue: expected redis://host:port, rediss://host:port or the absolute path of a socket, got ${hidePassword(address)}`,
  );
}

function hidePassword(address: string): string {
  return address.replace(/^(\w+:\/\/)?.*@/s, "$1…@");
}
