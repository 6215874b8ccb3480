/** Runs tasks a few at a time, and lets one of them ask for the machine to itself. */

export interface Pool {
  /** Starts the task when a place is free; settles as the task does. */
  add<T>(task: () => Promise<T>): Promise<T>;
  /**
   * For a running task: waits until every other task has ended or waits here too, then runs alone. A time-out
   * measured on a busy machine says little; measured alone it counts. Between two that run alone, as many that wait for
   * a place are started as there are places: whoever asks over and over keeps nobody else waiting for long.
   */
  runAlone<T>(task: () => Promise<T>): Promise<T>;
}

/** @param size places, at least 1 */
export function createPool(size: number): Pool {
  const queued: (() => void)[] = [];
  const alone: (() => void)[] = [];
  let running = 0;
  /** Tasks that may start before the next one runs alone. */
  let turns = 0;
  let isAlone = false;

  const wake = (): void => {
    if (isAlone) return;
    while (running < size && queued.length > 0 && (alone.length === 0 || turns > 0)) {
      turns -= 1;
      startNext(queued);
    }
    if (running === 0 && alone.length > 0) {
      turns = size;
      isAlone = true;
      startNext(alone);
    }
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
      return task().finally(() => {
        isAlone = false;
        wake();
      });
    },
  };
}
