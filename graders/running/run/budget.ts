/** What one submission may still use: time of its own, and room for the answers that wait to be judged. */
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";

/** Each costs the grader about as much as one that is kept. */
const mostRefused = 16;

export class Budget {
  private spentMs = 0;
  private refused = 0;
  private keptBytes = 0;

  constructor(private readonly limits: Pick<Limits, "totalMs" | "callMs" | "answersBytes">) {}

  get isOutOfTime(): boolean {
    return this.spentMs >= this.limits.totalMs;
  }

  /** Milliseconds that the next call may take. */
  get callMs(): number {
    return Math.min(this.limits.callMs, this.limits.totalMs - this.spentMs);
  }

  /** Charges what a request took, and never more than it was allowed. */
  charge(tookMs: number, limitMs: number): void {
    this.spentMs += Math.min(tookMs, limitMs);
  }

  /** Nothing more will be asked. */
  spendAllTime(): void {
    this.spentMs = this.limits.totalMs;
  }

  /** Takes room for an answer; false, and takes none, where too little is left. */
  takeRoom(bytes: number): boolean {
    const fits = this.keptBytes + bytes <= this.limits.answersBytes;
    if (fits) this.keptBytes += bytes;
    else this.refused += 1;
    return fits;
  }

  /** What becomes of calls for which no time is left. */
  get outOfTime(): Outcome {
    const seconds = this.limits.totalMs / 1000;
    return { kind: "did-not-answer", because: { code: "submission-out-of-time", seconds } };
  }

  /** What becomes of answers for which no room is left. */
  get outOfRoom(): Outcome {
    return { kind: "too-large", limit: { code: "all-answers-bytes", bytes: this.limits.answersBytes } };
  }

  /** So many answers found no room that no more are taken in. */
  get isOutOfRoom(): boolean {
    return this.refused >= mostRefused;
  }
}
