/** Runs tasks a few at a time, and lets one of them ask for the machine to itself. */

export interface Pool {
  /** Starts the task when a place is free; settles as the task does. */
  add<T>(task: () => Promise<T>): Promise<T>;
  /**
   * For a running task: waits until every other task has ended or waits here too, then runs alone. A time-out
   * measured on a busy machine says little; measured alone it counts.
   */
  runAlone<T>(task: () => Promise<T>): Promise<T>;
}

/** @param size places, at least 1 */
export function createPool(size: number): Pool {
  const queued: (() => void)[] = [];
  const alone: (() => void)[] = [];
  let running = 0;

  const wake = (): void => {
    if (alone.length > 0) {
      if (running === 0) startNext(alone);
      return;
    }
    while (running < size && queued.length > 0) startNext(queued);
  };
  const startNext = (waiting: (() => void)[]): void => {
    running++;
    waiting.shift()?.();
  };
  const leave = (): void => {
    running--;
    wake();
  };
  const enter = (waiting: (() => void)[]): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      wake();
    });

  return {
    async add(task) {
      await enter(queued);
      return task().finally(leave);
    },
    async runAlone(task) {
      running--;
      await enter(alone);
      // The place taken is the task's own, so none is given back: it runs on, no longer alone.
      return task().finally(wake);
    },
  };
}
