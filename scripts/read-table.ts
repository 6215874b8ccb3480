/** A table that a person filled in, in whatever encoding a spreadsheet saved it. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../graders/contract/faults";
import { describeError } from "../graders/contract/thrown";
import { decodeRoster } from "../graders/intake/roster/decode-roster";

/** How it was read is said on the terminal, where that is worth a word. @param holds "a table of marks" */
export async function readTable(path: string, holds: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path}: expected ${holds}, got ${describeError(error)}`);
  });
  const { text, notices } = decodeRoster(bytes, path);
  for (const notice of notices) console.error(notice);
  return text;
}
