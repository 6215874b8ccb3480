/** Two of the three kinds of failure: ours and the caller's. A student's is an `Outcome`. */
import type { Message } from "./message";

/** The grader's own failure. It never becomes a zero: whatever it touches is "not graded". */
export class GraderFault extends Error {
  override readonly name = "GraderFault";
}

/** A mistake in how the grader was called: one line for the person who typed it, exit code 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What lies at the path that was typed cannot be opened, for a reason that a submission could have as well. */
export class RefusedPath extends UsageError {
  constructor(
    readonly path: string,
    readonly because: Message,
  ) {
    super(`${path}: ${because.code}`);
  }
}
