/** One submission on its way through its calls: which process answers, what is lost, how much time is left. */
import type { CompiledSubmission } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { EarlierLosses, Interferences, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { EncodedCall } from "../../contract/wire";
import { describeTreeLimit } from "../sandbox/describe-exit";
import { measureValue } from "../sandbox/measure-value";
import type { Reply } from "../sandbox/process-reply";
import type { Sandbox } from "../sandbox/sandbox";
import type { Session } from "../sandbox/session";
import { Budget } from "./budget";
import { readTrace } from "./call-trace";
import { describeFailedLoad, describeLoss } from "./describe-loss";
import { type FreshProcess, startFresh } from "./fresh-process";
import { encodeLoad, encodeRequest, readAnswer, readLoad } from "./reply";
import type { FailedLoad, LoadedSubmission, RunOptions, RunResult, Traced } from "./run-result";

interface Asked {
  readonly outcomes: readonly Outcome[];
  readonly isOver: boolean;
}

export class SubmissionRun {
  private process: FreshProcess | null = null;
  private ahead: RunOptions["ahead"];
  private loaded: LoadedSubmission | FailedLoad | null = null;
  private tampering: Message<keyof Interferences> | null = null;
  private readonly budget: Budget;
  /** Exports that cost a process, and how. */
  private readonly lost = new Map<string, Message<keyof EarlierLosses>>();
  private readonly printed = { stdout: "", stderr: "" };

  constructor(
    private readonly compiled: CompiledSubmission,
    private readonly sandbox: Sandbox,
    private readonly limits: Limits,
    private readonly options: RunOptions,
  ) {
    this.budget = new Budget(limits);
    this.ahead = options.ahead;
  }

  async load(): Promise<LoadedSubmission | FailedLoad> {
    const first = await this.open();
    const isLate = first.kind === "failed" && first.outcome.kind === "timed-out";
    this.loaded = isLate ? await this.retryAlone(() => this.open(), first) : first;
    return this.loaded;
  }

  /** @param calls of one function */
  async answer(name: string, calls: readonly EncodedCall[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    while (outcomes.length < calls.length) {
      const known = this.findKnownOutcome(name);
      const rest = outcomes.length === 0 ? calls : calls.slice(outcomes.length);
      outcomes.push(...(known === null ? await this.askSome(name, rest) : rest.map(() => known)));
    }
    return outcomes;
  }

  /** The first of these calls: as many as are answered, and one that is not. */
  private async askSome(name: string, calls: readonly EncodedCall[]): Promise<readonly Outcome[]> {
    const { outcomes, isOver } = await this.ask(name, calls);
    const last = outcomes.at(-1);
    if (!isOver || last === undefined) return outcomes;
    const told = outcomes.slice(0, -1);
    const again = (): Promise<Asked> => this.ask(name, calls.slice(told.length));
    const second = await this.tryAgain(again, last);
    const settled = second.outcomes.at(-1) ?? last;
    if (second.isOver && this.process === null) this.lost.set(name, describeLoss(settled));
    return [...told, ...second.outcomes];
  }

  /**
   * A time-out alone gets a second try, as the machine may be to blame. Every answer is written before the next inputs are
   * looked at, so nobody who ends a process has seen inputs that are asked once more.
   */
  private async tryAgain(again: () => Promise<Asked>, last: Outcome): Promise<Asked> {
    const first = { outcomes: [last], isOver: true };
    return last.kind === "timed-out" && this.tampering === null ? this.retryAlone(again, first) : first;
  }

  /** Makes sure that the last answer was the last word, and tells what was printed. */
  async finish(): Promise<Pick<RunResult, "stdout" | "stderr" | "tampering">> {
    if (this.process !== null)
      this.notice(await this.request(this.process.session, '"end":true', this.limits.callMs));
    await this.stop();
    return { ...this.printed, tampering: this.tampering };
  }

  /** Ends the process, if one runs, and keeps what it printed; safe to call twice. */
  async stop(): Promise<void> {
    const { process } = this;
    this.process = null;
    await process?.end();
    this.options.onProcessorTime?.(process?.session.processorMs ?? 0);
    for (const stream of ["stdout", "stderr"] as const) {
      const text = this.printed[stream] + (process?.session.printed[stream] ?? "");
      this.printed[stream] = text.slice(0, this.limits.keptOutputBytes);
    }
  }

  /** Starts a fresh process and loads the submission in it. */
  private async open(): Promise<LoadedSubmission | FailedLoad> {
    await this.stop();
    this.process = await this.startProcess();
    const { session } = this.process;
    const isTraced = this.options.onTrace !== undefined;
    const asked = encodeLoad(this.compiled, this.limits, isTraced);
    const reply = await this.request(session, asked, this.limits.loadMs);
    const load =
      this.blameTree(reply) ?? readLoad(reply, session.printed.lastWords, this.limits, this.compiled.files);
    if (load.kind === "loaded") return this.trace(load, reply);
    await this.stop();
    if (load.kind === "tampering") this.tampering = load.because;
    return this.trace({ kind: "failed", outcome: load, says: describeFailedLoad(load) }, reply);
  }

  private trace<Of extends Traced>(of: Of, reply: Reply): Of {
    if (reply.kind === "answered") this.options.onTrace?.(of, readTrace(reply.message, this.compiled.files));
    return of;
  }

  /** A process that does not come up may be a busy machine's fault: one more try, alone if the caller can arrange it. */
  private async startProcess(): Promise<FreshProcess> {
    const { ahead } = this;
    this.ahead = undefined;
    const start = (): Promise<FreshProcess> => startFresh(this.sandbox, this.limits, this.options.signal);
    try {
      return (await ahead?.take()) ?? (await start());
    } catch (error) {
      if (!(error instanceof GraderFault)) throw error;
      return this.options.runAlone === undefined ? start() : this.options.runAlone(start);
    }
  }

  /** Is over when the last of the outcomes ended the process, or left none to ask. */
  private async ask(name: string, calls: readonly EncodedCall[]): Promise<Asked> {
    const load = this.process?.session.isUp === true ? null : await this.open();
    const session = this.process?.session;
    if (session === undefined)
      return { outcomes: [load?.kind === "failed" ? load.outcome : this.budget.outOfTime], isOver: true };
    const outcomes: Outcome[] = [];
    let ending: Reply | null = null;
    let limitMs = 0;
    await session.requestAll(encodeRequest(name, calls), calls.length, {
      nextMs: () => {
        limitMs = this.budget.callMs;
        const isSpent = this.budget.isOutOfTime || this.budget.isOutOfRoom;
        return this.tampering !== null || (outcomes.length > 0 && isSpent) ? null : limitMs;
      },
      receive: (reply, tookMs) => {
        this.budget.charge(tookMs, limitMs);
        if (reply.kind === "answered") outcomes.push(this.take(reply, session));
        else ending = reply;
      },
    });
    this.options.signal?.throwIfAborted();
    if (ending !== null)
      return { outcomes: [...outcomes, await this.end(ending, session, limitMs)], isOver: true };
    if (outcomes.length < calls.length || this.tampering !== null) await this.stop();
    return { outcomes, isOver: this.tampering !== null };
  }

  private take(reply: Reply, session: Session): Outcome {
    const outcome = readAnswer(reply, session.printed.lastWords, this.limits);
    if (outcome.kind === "tampering") this.tampering = outcome.because;
    return this.trace(this.keep(outcome), reply);
  }

  /** What the end of the process means for the call that was due. */
  private async end(reply: Reply, session: Session, limitMs: number): Promise<Outcome> {
    const outcome = this.blameTree(reply) ?? readAnswer(reply, session.printed.lastWords, this.limits);
    if (outcome.kind === "timed-out" && limitMs < this.limits.callMs) return this.breakOff();
    if (outcome.kind === "tampering") this.tampering = outcome.because;
    await this.stop();
    return outcome;
  }

  /** Answers wait here until they are judged, so what one submission may leave with us is bounded. */
  private keep(outcome: Outcome): Outcome {
    const isKept = outcome.kind !== "value" || this.budget.takeRoom(measureValue(outcome.value));
    return isKept ? outcome : this.budget.outOfRoom;
  }

  /** A kernel that ends a process for want of memory, or refuses it a thread, leaves no words behind, but it counts. */
  private blameTree(reply: Reply): Outcome | null {
    const reached = reply.kind === "ended" ? (this.process?.start.findReachedLimit() ?? null) : null;
    return reached === null ? null : describeTreeLimit(reached, this.limits);
  }

  /** One request, on the submission's time. */
  private async request(session: Session, fieldsText: string, limitMs: number): Promise<Reply> {
    const reply = await session.request(fieldsText, limitMs);
    this.budget.charge(session.lastTookMs, limitMs);
    this.options.signal?.throwIfAborted();
    return reply;
  }

  /** A lone time-out may be the machine's fault: once more, while nothing else runs, if the caller can arrange it. */
  private async retryAlone<T>(task: () => Promise<T>, first: T): Promise<T> {
    return this.options.runAlone === undefined || this.budget.isOutOfTime
      ? first
      : this.options.runAlone(task);
  }

  /** Outcomes that need no call. */
  private findKnownOutcome(name: string): Outcome | null {
    if (this.tampering !== null) return { kind: "tampering", because: this.tampering };
    if (this.loaded?.kind !== "loaded")
      return { kind: "did-not-answer", because: { code: "submission-does-not-load" } };
    const what = this.lost.get(name);
    if (what !== undefined) return { kind: "did-not-answer", because: { code: "earlier-call", name, what } };
    const exported = this.loaded.exports.find((one) => one.name === name);
    if (exported === undefined || exported.type === "undefined") return { kind: "missing-export" };
    if (exported.type !== "function") {
      const message = `${name} is exported as a ${exported.type}, not as a function`;
      return { kind: "threw", message, isNoFunction: true };
    }
    if (this.budget.isOutOfRoom) return this.budget.outOfRoom;
    return this.budget.isOutOfTime ? this.budget.outOfTime : null;
  }

  /** The submission's time ran out during a call: nothing more will be asked. */
  private async breakOff(): Promise<Outcome> {
    this.budget.spendAllTime();
    await this.stop();
    return this.budget.outOfTime;
  }

  private notice(reply: Reply): void {
    if (reply.kind === "tampered") this.tampering = reply.because;
    if (reply.kind === "answered" && reply.message.ended !== true) {
      this.tampering = { code: "second-answer" };
    }
  }
}
