/** A mistake in how the grader was called: one line for the person who typed it, exit code 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
