/** A few threads that take jobs in turn. One that got stuck is ended and replaced; the jobs behind it do not wait for it. */
import type { PoolSetup, Reply, Request, Sealed } from "./protocol";
import { Thread } from "./thread";

/** Settles with what became of the job. */
export type RunJob = (request: Sealed<Request>, limitMs: number) => Promise<Reply>;

/**
 * A job waits this long for threads that are up before another one starts: judging takes milliseconds, and every thread
 * has to work out anew what wrong answers would be, which takes seconds.
 */
const patienceMs = 10_000;

/** @param first started before the class was known; more start only when jobs have to wait. They end with their process */
export function openThreadPool(setup: PoolSetup, first: Thread): RunJob {
  const threads = new Threads(setup, first);
  return async (request, limitMs) => {
    const thread = await threads.take();
    const reply = await thread.ask(request, limitMs);
    if (["done", "fault", "mistake"].includes(reply.kind)) threads.give(thread);
    else await threads.replace(thread);
    return reply;
  };
}

class Threads {
  readonly #all = new Set<Thread>();
  readonly #idle: Thread[] = [];
  readonly #waiting: ((thread: Thread) => void)[] = [];

  constructor(
    private readonly setup: PoolSetup,
    first: Thread,
  ) {
    this.#idle.push(this.#open(first));
  }

  take(): Promise<Thread> {
    const free = this.#idle.pop();
    if (free?.hasEnded === true) {
      // While it had nothing to do: no job is to blame, so none pays for it.
      this.#all.delete(free);
      return this.take();
    }
    if (free !== undefined) return Promise.resolve(free);
    if (this.#all.size === 0) return Promise.resolve(this.#start());
    return new Promise((resolve) => {
      const patience = setInterval(() => this.#grow(), patienceMs);
      this.#waiting.push((thread) => {
        clearInterval(patience);
        resolve(thread);
      });
    });
  }

  #grow(): void {
    const isComing = [...this.#all].some((thread) => thread.isStarting);
    if (!isComing && this.#waiting.length > 0 && this.#all.size < this.setup.most) this.give(this.#start());
  }

  give(thread: Thread): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(thread);
    else next(thread);
  }

  async replace(thread: Thread): Promise<void> {
    this.#all.delete(thread);
    await thread.stop();
    if (this.#waiting.length > 0) this.give(this.#start());
  }

  #start(): Thread {
    return this.#open(new Thread(this.setup));
  }

  #open(thread: Thread): Thread {
    this.#all.add(thread);
    return thread.open(this.setup.data);
  }
}
