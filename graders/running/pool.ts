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
  const places = new Places(size);
  return {
    async add(task) {
      await places.enter(places.queued);
      return task().finally(() => places.leave());
    },
    async runAlone(task) {
      places.running -= 1;
      await places.enter(places.alone);
      // The place taken is the task's own, so none is given back: it runs on, no longer alone.
      return task().finally(() => places.share());
    },
  };
}

type Waiting = (() => void)[];

class Places {
  readonly queued: Waiting = [];
  readonly alone: Waiting = [];
  running = 0;
  /** Tasks that may start before the next one runs alone. */
  private turns = 0;
  private isAlone = false;

  constructor(private readonly size: number) {}

  enter(waiting: Waiting): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      this.wake();
    });
  }

  leave(): void {
    this.running -= 1;
    this.wake();
  }

  share(): void {
    this.isAlone = false;
    this.wake();
  }

  private wake(): void {
    if (this.isAlone) return;
    while (
      this.running < this.size &&
      this.queued.length > 0 &&
      (this.alone.length === 0 || this.turns > 0)
    ) {
      this.turns -= 1;
      this.startNext(this.queued);
    }
    if (this.running > 0 || this.alone.length === 0) return;
    this.turns = this.size;
    this.isAlone = true;
    this.startNext(this.alone);
  }

  private startNext(waiting: Waiting): void {
    this.running += 1;
    waiting.shift()?.();
  }
}
