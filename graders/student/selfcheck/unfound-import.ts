/** What stops since something before it did: told is where that was. Pure. */
import type { CodePlace } from "../../contract/code-place";
import type { MissingImport } from "../../contract/compiled";
import type { Outcome } from "../../contract/outcome";

/** Where a file imports what is not there; null for another error. @param message as the runtime says it */
export function findImport(message: string, missing: readonly MissingImport[] = []): CodePlace | null {
  const found = missing.find(({ says }) => says === message);
  return found === undefined ? null : { path: found.path, line: found.line, column: found.column };
}

/** What stopped because the top level had stopped before it. */
export function isAfterStop(outcome: Outcome): boolean {
  return (
    outcome.kind === "threw" &&
    /^ReferenceError: Cannot access '.{1,500}' before initialization$/.test(outcome.message)
  );
}
