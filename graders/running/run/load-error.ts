/** Where top-level code stopped: from what the runner tells to the student's own file and line. */
import type { CompiledFile } from "../../contract/compiled";
import type { LoadError } from "../../contract/record";
import { locateStack } from "./code-place";

/**
 * Null when it is not what the runner writes.
 *
 * @param stopped message and end of the stack
 */
export function readLoadError(
  stopped: unknown,
  files: readonly CompiledFile[],
  errorTextLength: number,
): LoadError | null {
  if (!Array.isArray(stopped)) return null;
  const [message, stack]: readonly unknown[] = stopped;
  if (typeof message !== "string" || typeof stack !== "string") return null;
  const found = locateStack(stack, files);
  const place = found === null ? null : { path: found.path, line: found.line };
  return { message: message.slice(0, errorTextLength), place };
}
