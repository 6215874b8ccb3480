/**
 * An import that finds nothing ends the top level of a file, and whatever is called then may stop at the name that it
 * should have brought: the import is what is told, at its own line. Pure.
 */
import type { CodePlace } from "../../contract/code-place";
import type { Outcome } from "../../contract/outcome";
import type { SourceFile } from "../../contract/submission";
import { cutSource } from "../../intake/cut-source";

/** Where a file imports what is not there; null for another error. @param message as the loader writes it */
export function findImport(message: string, files: readonly SourceFile[]): CodePlace | null {
  const [, path = "", specifier = ""] =
    /^Error: ([^"]{1,500}) imports "([^"]{1,500})", but /.exec(message) ?? [];
  const file = files.find((one) => one.path === path);
  if (file === undefined) return null;
  let before = "";
  for (const { kind, text, line } of cutSource(file.text)) {
    if (kind === "comment") continue;
    const isImported = ["from", "import", "("].includes(before) && text.slice(1, -1) === specifier;
    if (isImported && /^["'`]/.test(text)) {
      const source = file.text.split("\n")[line - 1] ?? "";
      return { path, line, column: source.indexOf(text) + 1 };
    }
    before = text;
  }
  return null;
}

/** What stopped because the top level had stopped before it. */
export function isAfterStop(outcome: Outcome): boolean {
  return (
    outcome.kind === "threw" &&
    /^ReferenceError: Cannot access '.{1,500}' before initialization$/.test(outcome.message)
  );
}
