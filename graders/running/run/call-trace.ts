/** What is known of a call, or of loading, besides how it came out: for a student's own selfcheck, never for grading. */
import type { CodePlace } from "../../contract/code-place";
import type { CompiledFile } from "../../contract/compiled";
import type { WireMessage } from "../sandbox/process-reply";
import { locateStack } from "./code-place";

export interface CallTrace {
  /** Where it stopped; null where it did not, or where nothing tells. */
  readonly place: CodePlace | null;
  /** The beginning of what it printed. */
  readonly printed: string;
}

/** Characters of what is printed, and of a stack: ten frames, the engine's usual number, with long paths. */
export const traceLength = 3000;

/** Every field is checked: what a submission prints may look like anything. */
export function readTrace(
  { stack, stopped, printed }: WireMessage,
  files: readonly CompiledFile[],
): CallTrace {
  const told: unknown = Array.isArray(stopped) ? stopped[1] : stack;
  return {
    place: typeof told === "string" ? locateStack(told, files) : null,
    printed: typeof printed === "string" ? printed.slice(0, traceLength) : "",
  };
}
