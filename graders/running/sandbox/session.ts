/**
 * A conversation with one process over its private descriptor: one request at a time, each with a fresh random id,
 * and nothing believed that does not answer the request at hand. A request may ask for several answers, which come in
 * their order, each on a time of its own.
 */
import { randomUUID } from "node:crypto";
import { GraderFault } from "../../contract/faults";
import { AnswerStream } from "./answer-stream";
import { type Countdown, startCountdown } from "./countdown";
import { encodeFrame, type LargeRequest } from "./frames";
import { waitForClose, withinGrace } from "./grace";
import { collectPrinted, type Printed, type PrintedLimits } from "./printed-text";
import { type ProcessCommand, type ProcessExit, type StartedProcess, startProcess } from "./process";
import {
  closedOnPurpose,
  describeReply,
  type Interference,
  type Listener,
  parseMessage,
  type Reply,
  type WireMessage,
} from "./process-reply";

export interface SessionLimits extends PrintedLimits {
  readonly startMs: number;
  readonly frameBytes: number;
}

interface Waiting {
  /** Null for the greeting, which comes before any of the submission's code. */
  readonly id: string | null;
  /** Place of the answer that is due, in a request for several. */
  readonly at: number | null;
  readonly countdown: Countdown;
  resolve(reply: Reply): void;
}

export class Session {
  private waiting: Waiting | null = null;
  /** Set once the conversation is over; every later request gets it. */
  private over: Reply | null = null;
  /** What is to end it as soon as all that was written before is read. */
  private ending: Reply | null = null;
  private hasExited = false;
  private tookMs = 0;
  /** Of the processor, known from the end on; null of a process that ended by itself, and where nobody tells. */
  processorMs: number | null = null;
  private readonly collected: () => Printed;
  private readonly drained: Promise<unknown>;
  private readonly answers: AnswerStream;
  private readonly abort = (): void => this.end({ kind: "aborted" });

  private constructor(
    private readonly child: StartedProcess,
    limits: SessionLimits,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.collected = collectPrinted(child, limits, () => void this.endAfterReading({ kind: "flooded" }));
    this.answers = new AnswerStream(child, limits.frameBytes, {
      receive: (bodies) => this.receive(bodies),
      onNoise: () => this.end({ kind: "tampered", because: { code: "unasked-message" } }),
    });
    for (const stream of [child.channel, child.bell]) stream.on("end", () => this.endAfterClosing());
    this.drained = Promise.all([child.channel, child.stdout, child.stderr].map(waitForClose));
    child.exited.then((exit) => this.endAfterExit(exit));
    signal?.addEventListener("abort", this.abort, { once: true });
    if (signal?.aborted) this.abort();
  }

  /**
   * Starts a process and waits for its greeting.
   *
   * @throws GraderFault when it does not come up: no code of a submission has run by then
   */
  static async start(command: ProcessCommand, limits: SessionLimits, signal?: AbortSignal): Promise<Session> {
    const session = new Session(await startProcess(command), limits, signal);
    const greeting = await session.wait(null, limits.startMs);
    if (greeting.kind === "answered" || greeting.kind === "aborted") return session;
    await session.close();
    throw new GraderFault(
      `a fresh process did not come up (${describeReply(greeting)}): ${session.printed.lastWords.trim()}`,
    );
  }

  /**
   * Asks and waits for the answer.
   *
   * @param fieldsText the request's JSON fields without braces; an id is added
   */
  request(fieldsText: string, timeoutMs: number): Promise<Reply> {
    this.tookMs = 0;
    if (this.over !== null) return Promise.resolve(this.over);
    const id = randomUUID();
    this.child.channel.write(encodeFrame(`{"id":"${id}",${fieldsText}}`));
    return this.wait(id, timeoutMs);
  }

  /**
   * Asks for several answers at once: what is written and waited for once costs a tenth of the same one by one.
   *
   * @param body of a second frame, which the process cuts itself; answers tell their place in a field `at`, from 0 on
   */
  requestAll({ fieldsText, body }: LargeRequest, count: number, listener: Listener): Promise<void> {
    this.tookMs = 0;
    return new Promise((resolve) => {
      if (this.over !== null) {
        listener.receive(this.over, 0);
        resolve();
        return;
      }
      const id = randomUUID();
      const header = encodeFrame(`{"id":"${id}",${fieldsText}}`);
      this.child.channel.write(Buffer.concat([header, encodeFrame(body)]));
      this.expect({ id, at: 0 }, count, { listener, done: resolve });
    });
  }

  /** What the last request took, by a clock that stands still while the grader does. */
  get lastTookMs(): number {
    return this.tookMs;
  }

  get isUp(): boolean {
    return this.over === null && this.ending === null;
  }

  get printed(): Printed {
    return this.collected();
  }

  /** Kills the process and waits until it is gone; safe to call twice. */
  async close(): Promise<void> {
    this.end({ kind: "aborted" });
    await withinGrace(this.child.exited);
    await withinGrace(this.drained);
    const { channel, bell, stdout, stderr } = this.child;
    for (const stream of [channel, bell, stdout, stderr]) stream.destroy();
  }

  private wait(id: string | null, timeoutMs: number): Promise<Reply> {
    if (this.over !== null) return Promise.resolve(this.over);
    return new Promise((resolve) => this.startWaiting({ id, at: null }, timeoutMs, resolve));
  }

  /** Waits for one answer after the other; those that came together are received together. */
  private expect(
    due: { readonly id: string; readonly at: number },
    count: number,
    { listener, done }: { readonly listener: Listener; done(): void },
  ): void {
    const limitMs = listener.nextMs();
    if (limitMs === null) {
      this.end({ kind: "aborted" });
      done();
      return;
    }
    this.startWaiting(due, limitMs, (reply) => {
      listener.receive(reply, this.tookMs);
      const at = due.at + 1;
      if (reply.kind !== "answered" || at === count) done();
      else this.expect({ ...due, at }, count, { listener, done });
    });
  }

  private startWaiting(
    due: Pick<Waiting, "id" | "at">,
    timeoutMs: number,
    resolve: (reply: Reply) => void,
  ): void {
    const countdown = startCountdown(timeoutMs, () =>
      this.answers.whenSilent(() => {
        if (this.waiting === waiting && this.isUp) void this.endAfterTime();
      }),
    );
    const waiting: Waiting = { ...due, resolve, countdown };
    this.waiting = waiting;
  }

  private receive(bodies: readonly Buffer[] | null): void {
    if (bodies === null) {
      this.end({ kind: "tampered", because: { code: "oversized-message" } });
      return;
    }
    for (const body of bodies) {
      const message = parseMessage(body);
      const because = this.findViolation(message);
      if (because !== null) this.end({ kind: "tampered", because });
      else if (message !== null) this.settle({ kind: "answered", message });
    }
  }

  private findViolation(message: WireMessage | null): Interference | null {
    if (message === null) return { code: "no-message" };
    if (this.waiting === null) return { code: "unasked-message" };
    const { id, at } = this.waiting;
    const isExpected =
      id === null ? message.ready === true : message.id === id && (at === null || message.at === at);
    return isExpected ? null : { code: "message-for-another-request" };
  }

  private settle(reply: Reply): void {
    const { waiting } = this;
    if (waiting === null) return;
    this.waiting = null;
    this.tookMs = waiting.countdown.stop();
    waiting.resolve(reply);
  }

  private end(reply: Reply): void {
    if (this.over !== null) return;
    this.over = reply;
    this.signal?.removeEventListener("abort", this.abort);
    this.processorMs ??= this.child.readProcessorMs();
    this.child.kill();
    this.settle(reply);
  }

  private async endAfterTime(): Promise<void> {
    this.ending = { kind: "timed-out" };
    // Who runs out of memory at this very moment has closed it as well, and is about to be gone.
    return (await this.answers.readOut()) ? this.endAfterClosing() : this.endAfterReading(this.ending);
  }

  /** Answers that were written and not read yet still count: the call that is due then is the one that is lost. */
  private async endAfterReading(reply: Reply): Promise<void> {
    if (this.ending?.kind === "flooded" || this.over !== null) return;
    this.ending = reply;
    this.processorMs = this.child.readProcessorMs();
    this.child.kill();
    // Its end is told by endAfterExit, unless nobody notices it.
    await withinGrace(this.child.exited);
    if (this.hasExited) return;
    await withinGrace(this.drained);
    this.end(reply);
  }

  /** An answer written just before the end still counts, so the streams are read out first. */
  private async endAfterExit(exit: ProcessExit): Promise<void> {
    this.hasExited = true;
    this.answers.readToEnd();
    await withinGrace(this.drained);
    this.end(this.ending ?? { kind: "ended", exit });
  }

  private async endAfterClosing(): Promise<void> {
    await withinGrace(this.child.exited);
    // A process that is gone is reported by endAfterExit; one that lives on closed the channel on purpose.
    if (!this.hasExited) this.end(closedOnPurpose);
  }
}
