/**
 * A time limit on somebody else's work, measured by a clock that stands still while this process does: a grader that
 * is suspended, or busy with something else, must not use up a student's time.
 */
import { performance } from "node:perf_hooks";

export interface Countdown {
  /** Ends it, if it has not ended, and gives the time that counted, in milliseconds. */
  stop(): number;
}

/** Where time comes from; tests hand in their own. */
export interface Ticking {
  nowMs(): number;
  setTimer(onTime: () => void, delayMs: number): unknown;
  clearTimer(timer: unknown): void;
}

/** The longest stretch that counts without this process having looked at it: a longer one was a standstill. */
export const tickMs = 50;

const realTime: Ticking = {
  nowMs: () => performance.now(),
  setTimer: setTimeout,
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/**
 * Counts in ticks and takes none for longer than it was meant to be, so a standstill of any length counts as a part
 * of one tick.
 *
 * @param onTime called once `limitMs` have counted, unless stopped before
 */
export function startCountdown(limitMs: number, onTime: () => void, time: Ticking = realTime): Countdown {
  let countedMs = 0;
  let startedMs = time.nowMs();
  let delayMs = Math.min(tickMs, limitMs);
  let isOver = false;
  const count = (): void => {
    countedMs += Math.max(0, Math.min(time.nowMs() - startedMs, delayMs));
  };
  const tick = (): void => {
    // Timers may come a fraction early by the finer clock: a tick that has come has taken its time.
    countedMs += delayMs;
    if (countedMs >= limitMs) {
      isOver = true;
      onTime();
      return;
    }
    startedMs = time.nowMs();
    delayMs = Math.min(tickMs, limitMs - countedMs);
    timer = time.setTimer(tick, delayMs);
  };
  let timer = time.setTimer(tick, delayMs);
  return {
    stop: () => {
      if (!isOver) {
        isOver = true;
        time.clearTimer(timer);
        count();
      }
      return countedMs;
    },
  };
}

/** Settles with the promise, or after `limitMs` of this process's own attention. */
export async function waitAtMost(promise: Promise<unknown>, limitMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const countdown = startCountdown(limitMs, () => setImmediate(resolve));
    const done = (): void => {
      countdown.stop();
      resolve();
    };
    promise.then(done, done);
  });
}
