/** One process that takes hand-ins in, one at a time: it may be killed in the middle of any, or die of it. */
import { type ChildProcess, fork } from "node:child_process";
import { mebibyte } from "../../../reference/byte-sizes";
import { type Countdown, startCountdown } from "../../running/sandbox/countdown";
import { locateProgram } from "../../running/sandbox/program";
import type { ReadingReply, ReadingRequest } from "./protocol";

export type Reading =
  | Exclude<ReadingReply, { kind: "began" }>
  /** The hand-in's own time, or that of the process to be up. */
  | { readonly kind: "timed-out"; readonly hasBegun: boolean }
  | {
      readonly kind: "ended";
      readonly hasBegun: boolean;
      readonly because: string;
      readonly isOutOfMemory: boolean;
    };

/** It takes a second or two; a process that takes a minute will never be up. */
const startMs = 60_000;
const keptLength = 4_096;
const outOfHeap =
  /JavaScript heap out of memory|Reached heap limit|Ineffective mark-compacts|invalid size error/;

export class ReadingProcess {
  readonly #process: ChildProcess;
  readonly #closed: Promise<void>;
  #lastWords = "";
  /** Set once nothing is answered any more. */
  #end: { readonly because: string; readonly isOutOfMemory: boolean } | null = null;
  #hear: (reply: ReadingReply | null) => void = () => {};

  constructor(heapBytes: number) {
    const args = locateProgram(__dirname, "reading-host");
    this.#process = fork(args.at(-1) ?? "", [String(process.pid)], {
      // Not the grader's own flags: they keep a process small that holds a class.
      execArgv: [`--max-old-space-size=${Math.floor(heapBytes / mebibyte)}`, ...args.slice(0, -1)],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-keptLength);
    });
    this.#process.on("message", (reply: ReadingReply) => this.#hear(reply));
    this.#closed = new Promise((resolve) => {
      const end = (because: string): void => {
        this.#end ??= { because, isOutOfMemory: outOfHeap.test(this.#lastWords) };
        this.#hear(null);
        resolve();
      };
      this.#process.once("error", ({ message }) => end(message));
      this.#process.once("close", (code, signal) => end(signal ?? `exit code ${code}`));
    });
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** One at a time. The time that counts begins when the process has. */
  ask(request: ReadingRequest, limitMs: number): Promise<Reading> {
    return new Promise((resolve) => {
      let hasBegun = false;
      let countdown: Countdown;
      const settle = (reading: Reading): void => {
        countdown.stop();
        this.#hear = () => {};
        resolve(reading);
      };
      const count = (ms: number): Countdown =>
        startCountdown(ms, () => settle({ kind: "timed-out", hasBegun }));
      countdown = count(startMs);
      this.#hear = (reply) => {
        if (reply === null) settle({ kind: "ended", hasBegun, ...this.#describeEnd() });
        else if (reply.kind !== "began") settle(reply);
        else {
          countdown.stop();
          hasBegun = true;
          countdown = count(limitMs);
        }
      };
      if (this.#end !== null) this.#hear(null);
      // What cannot be sent any more is answered by the process's end.
      else this.#process.send(request, () => {});
    });
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#closed;
  }

  #describeEnd(): { readonly because: string; readonly isOutOfMemory: boolean } {
    return this.#end ?? { because: "it ended", isOutOfMemory: false };
  }
}
