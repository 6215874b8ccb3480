/** Two of the three kinds of failure: ours and the caller's. A student's is an `Outcome`. */
import type { Message } from "./message";
import { describeError } from "./thrown";

/** The grader's own failure. It never becomes a zero: whatever it touches is "not graded". */
export class GraderFault extends Error {
  override readonly name = "GraderFault";
}

/**
 * Whatever was thrown where nobody expects it, as a fault of ours: with what it was in the middle of, and the first place
 * in our own sources that it passed. For staff.
 */
export function blame(error: unknown, doing = "unexpected"): GraderFault {
  if (error instanceof GraderFault) return error;
  const place = findOwnFrame(error);
  const advice = place === null ? "" : ` (at ${place}; report it with this line)`;
  return new GraderFault(`${doing}: ${describeError(error)}${advice}`, { cause: error });
}

/** "graders/judge/judge.ts:57", without where the project lies on this machine. */
function findOwnFrame(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  for (const line of (error.stack ?? "").split("\n")) {
    const [, path, number] = ownFrame.exec(line) ?? [];
    if (path !== undefined) return `${path.replaceAll("\\", "/")}:${number}`;
  }
  return null;
}

/** Of packages there are none of these names, and what students are given is bundled. */
const ownFrame = /^\s+at .*\b((?:graders|reference|scripts)[\\/][\w.\\/-]+\.ts):(\d+)(?::\d+)?\)?$/;

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
