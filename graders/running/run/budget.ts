/** What one submission may still use: time of its own, and room for the answers that wait to be judged. */
import type { Limits } from "../../contract/limits";

export class Budget {
  private spentMs = 0;
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
    if (this.keptBytes + bytes > this.limits.answersBytes) return false;
    this.keptBytes += bytes;
    return true;
  }
}
