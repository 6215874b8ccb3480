/**
 * The workshop's threads in a process of their own. The grader starts a process for every submission, and what that takes
 * grows with the memory of whoever starts it: judging holds most of it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { locateProgram } from "../../running/sandbox/program";
import type { HostReply, HostRequest, PoolSetup, Reply, ThreadStart } from "./protocol";
import type { RunJob } from "./thread-pool";

export interface ThreadPool {
  /** Rejects with the reason once the pool is closed. */
  readonly run: RunJob;
  /** Ends every thread, whatever it is busy with. @param reason for those who wait */
  close(reason: unknown): Promise<void>;
}

/**
 * A pool elsewhere; a process that ends before it should costs the jobs it had, and the next job starts another.
 *
 * @param started with the same module and memory
 */
export function openHost(setup: PoolSetup, started = new Host(setup)): ThreadPool {
  let host: Host | null = started.open(setup);
  let end: { readonly reason: unknown } | undefined;
  const waiting = new Set<(reason: unknown) => void>();
  return {
    // Not a race with a promise of the pool's own: that would keep every reply until the pool is closed.
    run: (request, limitMs) =>
      new Promise((resolve, reject) => {
        if (end !== undefined) return reject(end.reason);
        waiting.add(reject);
        if (host === null || host.hasEnded) host = new Host(setup).open(setup);
        host
          .ask(request, limitMs)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    close: async (reason) => {
      end ??= { reason };
      for (const refuse of waiting) refuse(reason);
      await host?.stop();
      host = null;
    },
  };
}

type Job = Extract<HostRequest, { kind: "job" }>;

/** The process, with a thread that loads the questions while the class is looked at. */
export class Host {
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;
  #hasEnded = false;

  constructor({ assignmentModule, heapBytes }: ThreadStart) {
    const args = locateProgram(__dirname, "workshop-host");
    this.#process = fork(args.at(-1) ?? "", {
      // Not the grader's own flags: they keep a process small that holds a class.
      execArgv: args.slice(0, -1),
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#exited = new Promise((resolve) => {
      const end = (because: string): void => {
        this.#hasEnded = true;
        for (const settle of this.#waiting.values()) settle({ kind: "ended", because });
        resolve();
      };
      this.#process.once("error", ({ message }) => end(message));
      this.#process.once("exit", (code, signal) =>
        end(`its process ended (${signal ?? `exit code ${code}`})`),
      );
    });
    this.#process.on("message", ({ id, reply }: HostReply) => this.#waiting.get(id)?.(reply));
    this.#send({ kind: "start", start: { assignmentModule, heapBytes } });
  }

  open(setup: PoolSetup): this {
    this.#send({ kind: "open", setup });
    return this;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async ask(request: Job["request"], limitMs: number): Promise<Reply> {
    this.#asked += 1;
    const id = this.#asked;
    try {
      return await new Promise((resolve) => {
        this.#waiting.set(id, resolve);
        this.#send({ kind: "job", id, request, limitMs });
      });
    } finally {
      this.#waiting.delete(id);
    }
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#exited;
  }

  /** What cannot be sent any more is answered by the process's end. */
  #send(request: HostRequest): void {
    this.#process.send(request, () => {});
  }
}
