/** Scores and pages follow the decisions: not after each, which would take a second of every one, but in a pause. */
import { describeError } from "../../contract/thrown";
import type { Turns } from "./in-turn";

export interface PagesWriter {
  /** Something was stored that the pages do not show yet. */
  notice(): void;
  /** Writes what is due; never throws. For who has the turn. */
  writeNow(): Promise<void>;
  /** Decisions that the pages do not show. */
  readonly due: number;
  /** Why the last attempt failed; null when it did not. */
  readonly failure: string | null;
  /** Writes what is due, and no more after that. */
  close(): Promise<void>;
}

export interface PagesWriterSetup {
  readonly write: () => Promise<unknown>;
  readonly inTurn: Turns;
  readonly pauseMs: number;
}

export function createPagesWriter({ write, inTurn, pauseMs }: PagesWriterSetup): PagesWriter {
  let due = 0;
  let failure: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const writeNow = async (): Promise<void> => {
    clearTimeout(timer);
    if (due === 0) return;
    const written = due;
    try {
      await write();
      due -= written;
      failure = null;
    } catch (error) {
      failure = describeError(error);
    }
  };
  return {
    notice: () => {
      due += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void inTurn(writeNow), pauseMs);
      timer.unref();
    },
    writeNow,
    get due() {
      return due;
    },
    get failure() {
      return failure;
    },
    close: () => inTurn(writeNow),
  };
}
