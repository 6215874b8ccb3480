/** One worker thread that does one job at a time and can be ended in the middle of it. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { mebibyte } from "../../../reference/byte-sizes";
import { hasErrorCode } from "../../contract/thrown";
import { type Countdown, startCountdown } from "../../running/sandbox/countdown";
import { locateProgram } from "../../running/sandbox/program";
import type {
  Reply,
  Request,
  Sealed,
  ThreadData,
  ThreadMessage,
  ThreadRequest,
  ThreadStart,
} from "./protocol";

/** Loading the questions takes a second or two; a thread that takes a minute will never be ready. */
const startMs = 60_000;

export class Thread {
  readonly #worker: Worker;
  readonly #isReady: Promise<Reply | null>;
  #isStarting = true;
  /** From then on nothing is answered any more. */
  #end: Reply | null = null;
  #settle: (reply: Reply | null) => void = () => {};

  constructor(start: ThreadStart) {
    const args = locateProgram(__dirname, "workshop-thread");
    const load = args.filter((one) => one !== "--require").map((one) => `require(${JSON.stringify(one)});`);
    this.#worker = new Worker(load.join(" "), {
      eval: true,
      workerData: start,
      resourceLimits: {
        maxOldGenerationSizeMb: Math.floor(start.heapBytes / mebibyte),
        maxYoungGenerationSizeMb: 48,
      },
      // A name for messages of Node's own.
      name: join("graders", "grade", "workshop"),
    });
    this.#worker.on("message", (message: ThreadMessage) =>
      this.#settle(message.kind === "ready" ? null : message),
    );
    this.#worker.on("error", (error: unknown) => this.#finish(describeEnd(error)));
    this.#worker.on("exit", () => this.#finish({ kind: "ended", because: "the thread ended" }));
    this.#isReady = this.#wait(startMs, () => {}).finally(() => {
      this.#isStarting = false;
    });
  }

  /** To be called once, before the first job. */
  open(data: ThreadData): this {
    this.#send({ kind: "open", data });
    return this;
  }

  get isStarting(): boolean {
    return this.#isStarting;
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** The time of the job alone counts: waiting for the thread to be up does not. */
  async ask(request: Sealed<Request>, limitMs: number): Promise<Reply> {
    const failure = await this.#isReady;
    if (failure !== null) return explainStart(failure);
    const reply = await this.#wait(limitMs, () => this.#sendJob(request));
    return reply ?? { kind: "ended", because: "the thread started twice" };
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(request: ThreadRequest): void {
    this.#worker.postMessage(request);
  }

  /** What came from another process may be a part of a larger message: a copy of its own needs no other. */
  #sendJob(request: Sealed<Request>): void {
    const own = new Uint8Array(request);
    this.#worker.postMessage({ kind: "job", request: own } satisfies ThreadRequest, [own.buffer]);
  }

  #finish(end: Reply): void {
    this.#end ??= end;
    this.#settle(this.#end);
  }

  #wait(limitMs: number, begin: () => void): Promise<Reply | null> {
    if (this.#end !== null) return Promise.resolve(this.#end);
    return new Promise((resolve) => {
      const countdown: Countdown = startCountdown(limitMs, () => this.#settle({ kind: "timed-out" }));
      this.#settle = (reply) => {
        countdown.stop();
        resolve(reply);
      };
      begin();
    });
  }
}

function explainStart(failure: Reply): Reply {
  const because = failure.kind === "ended" ? failure.because : failure.kind;
  return { kind: "ended", because: `the thread did not start (${because})` };
}

function describeEnd(error: unknown): Reply {
  if (hasErrorCode(error, "ERR_WORKER_OUT_OF_MEMORY")) return { kind: "out-of-memory" };
  // An error of another thread is no `Error` of this realm.
  const message = (error as { readonly message?: unknown } | null)?.message;
  return { kind: "ended", because: String(message ?? error) };
}
