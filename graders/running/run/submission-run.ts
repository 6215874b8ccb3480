/** One submission on its way through its calls: which process answers, what is lost, how much time is left. */
import type { CompiledSubmission } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { EarlierLosses, Interferences, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { EncodedCall } from "../../contract/wire";
import type { ConfinedStart } from "../sandbox/confinement";
import { describeTreeLimit } from "../sandbox/describe-exit";
import { measureValue } from "../sandbox/measure-value";
import type { Sandbox } from "../sandbox/sandbox";
import { type Reply, Session } from "../sandbox/session";
import { Budget } from "./budget";
import { describeFailedLoad, describeLoss } from "./describe-loss";
import { encodeLoad, encodeRequest, limitFrameBytes, readAnswer, readLoad } from "./reply";
import type { FailedLoad, LoadedSubmission, RunOptions, RunResult } from "./run-result";

export class SubmissionRun {
  private session: Session | null = null;
  private start: ConfinedStart | null = null;
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
  }

  async load(): Promise<LoadedSubmission | FailedLoad> {
    const first = await this.open();
    const isLate = first.kind === "failed" && first.outcome.kind === "timed-out";
    this.loaded = isLate ? await this.retryAlone(() => this.open(), first) : first;
    return this.loaded;
  }

  async answer(call: EncodedCall): Promise<Outcome> {
    const known = this.findKnownOutcome(call);
    if (known !== null) return known;
    const first = await this.ask(call);
    const outcome = first.kind === "timed-out" ? await this.retryAlone(() => this.ask(call), first) : first;
    if (this.session === null) this.lost.set(call.export, describeLoss(outcome));
    return outcome;
  }

  /** Makes sure that the last answer was the last word, and tells what was printed. */
  async finish(): Promise<Pick<RunResult, "stdout" | "stderr" | "tampering">> {
    if (this.session !== null)
      this.notice(await this.request(this.session, '"end":true', this.limits.callMs));
    await this.stop();
    return { ...this.printed, tampering: this.tampering };
  }

  /** Ends the process, if one runs, and keeps what it printed; safe to call twice. */
  async stop(): Promise<void> {
    const { session, start } = this;
    this.session = null;
    this.start = null;
    await session?.close();
    await start?.release();
    for (const stream of ["stdout", "stderr"] as const) {
      const text = this.printed[stream] + (session?.printed[stream] ?? "");
      this.printed[stream] = text.slice(0, this.limits.keptOutputBytes);
    }
  }

  /** Starts a fresh process and loads the submission in it. */
  private async open(): Promise<LoadedSubmission | FailedLoad> {
    await this.stop();
    const session = await this.startSession();
    this.session = session;
    const reply = await this.request(session, encodeLoad(this.compiled, this.limits), this.limits.loadMs);
    const load =
      this.blameTree(reply) ?? readLoad(reply, session.printed.lastWords, this.limits, this.compiled.files);
    if (load.kind === "loaded") return load;
    await this.stop();
    if (load.kind === "tampering") this.tampering = load.because;
    return { kind: "failed", outcome: load, says: describeFailedLoad(load) };
  }

  /** A process that does not come up may be a busy machine's fault: one more try, alone if the caller can arrange it. */
  private async startSession(): Promise<Session> {
    const limits = { ...this.limits, frameBytes: limitFrameBytes(this.limits) };
    const start = async (): Promise<Session> => {
      this.start = await this.sandbox.prepareStart();
      return Session.start(this.start.command, limits, this.options.signal);
    };
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof GraderFault)) throw error;
      await this.stop();
      return this.options.runAlone === undefined ? start() : this.options.runAlone(start);
    }
  }

  private async ask(call: EncodedCall): Promise<Outcome> {
    const load = this.session === null ? await this.open() : null;
    const { session } = this;
    if (session === null) return load?.kind === "failed" ? load.outcome : this.outOfTime();
    const limitMs = this.budget.callMs;
    const reply = await this.request(session, encodeRequest(call), limitMs);
    const outcome = this.blameTree(reply) ?? readAnswer(reply, session.printed.lastWords, this.limits);
    if (outcome.kind === "timed-out" && limitMs < this.limits.callMs) return this.breakOff();
    if (outcome.kind === "tampering") this.tampering = outcome.because;
    if (outcome.kind === "tampering" || reply.kind !== "answered") await this.stop();
    return this.keep(outcome);
  }

  /** Answers wait here until they are judged, so what one submission may leave with us is bounded. */
  private keep(outcome: Outcome): Outcome {
    if (outcome.kind !== "value") return outcome;
    if (this.budget.takeRoom(measureValue(outcome.value))) return outcome;
    return { kind: "too-large", limit: { code: "all-answers-bytes", bytes: this.limits.answersBytes } };
  }

  /** A kernel that ends a process for want of memory, or refuses it a thread, leaves no words behind, but it counts. */
  private blameTree(reply: Reply): Outcome | null {
    const reached = reply.kind === "ended" ? (this.start?.findReachedLimit() ?? null) : null;
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
  private findKnownOutcome({ export: name }: EncodedCall): Outcome | null {
    if (this.tampering !== null) return { kind: "tampering", because: this.tampering };
    if (this.loaded?.kind !== "loaded")
      return { kind: "did-not-answer", because: { code: "submission-does-not-load" } };
    const what = this.lost.get(name);
    if (what !== undefined) return { kind: "did-not-answer", because: { code: "earlier-call", name, what } };
    const exported = this.loaded.exports.find((one) => one.name === name);
    if (exported === undefined || exported.type === "undefined") return { kind: "missing-export" };
    if (exported.type !== "function") {
      return { kind: "threw", message: `${name} is exported as a ${exported.type}, not as a function` };
    }
    return this.budget.isOutOfTime ? this.outOfTime() : null;
  }

  /** The submission's time ran out during a call: nothing more will be asked. */
  private async breakOff(): Promise<Outcome> {
    this.budget.spendAllTime();
    await this.stop();
    return this.outOfTime();
  }

  private outOfTime(): Outcome {
    const seconds = this.limits.totalMs / 1000;
    return { kind: "did-not-answer", because: { code: "submission-out-of-time", seconds } };
  }

  private notice(reply: Reply): void {
    if (reply.kind === "tampered") this.tampering = reply.because;
    if (reply.kind === "answered" && reply.message.ended !== true) {
      this.tampering = { code: "second-answer" };
    }
  }
}
