import { startCountdown, type Ticking, tickMs } from "./countdown";

/** Time that passes when told to. */
class FakeTime implements Ticking {
  private now = 1000;
  private due: { readonly at: number; readonly onTime: () => void } | null = null;

  nowMs(): number {
    return this.now;
  }

  setTimer(onTime: () => void, delayMs: number): unknown {
    this.due = { at: this.now + delayMs, onTime };
    return this.due;
  }

  clearTimer(): void {
    this.due = null;
  }

  /** Passes while the process runs: timers come when they are due. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let due = this.due; due !== null && due.at <= end; due = this.due) {
      this.now = Math.max(this.now, due.at);
      this.due = null;
      due.onTime();
    }
    this.now = end;
  }

  /** Passes while the process stands still: what came due comes once, at the end. */
  standStill(ms: number): void {
    this.now += ms;
    this.pass(0);
  }
}

function count(limitMs: number) {
  const time = new FakeTime();
  let over = 0;
  const countdown = startCountdown(limitMs, () => over++, time);
  return { time, countdown, countOver: () => over };
}

describe("a countdown", () => {
  test("ends when its time has passed, and no earlier", () => {
    const { time, countOver } = count(1000);
    time.pass(999);
    expect(countOver()).toBe(0);
    time.pass(1);
    expect(countOver()).toBe(1);
  });

  test("takes a standstill of an hour for one tick at most", () => {
    const { time, countdown, countOver } = count(1000);
    time.pass(420);
    time.standStill(3_600_000);
    expect(countOver()).toBe(0);
    expect(countdown.stop()).toBeLessThanOrEqual(420 + tickMs);
  });

  test("goes on after a standstill with the time that was left", () => {
    const { time, countOver } = count(1000);
    time.standStill(62_000);
    time.pass(1000 - tickMs - 1);
    expect(countOver()).toBe(0);
    time.pass(1);
    expect(countOver()).toBe(1);
  });

  test("tells exactly how much counted when it is stopped between two ticks", () => {
    const { time, countdown } = count(1000);
    time.pass(123);
    expect(countdown.stop()).toBe(123);
  });

  test("counts no longer once it is stopped, and never says that the time is over", () => {
    const { time, countdown, countOver } = count(1000);
    time.pass(10);
    countdown.stop();
    time.pass(5000);
    expect([countdown.stop(), countOver()]).toEqual([10, 0]);
  });

  test("never counts more than its limit", () => {
    const { time, countdown } = count(130);
    time.pass(700);
    expect(countdown.stop()).toBe(130);
  });
});
