/** A table that a person filled in, in whatever encoding a spreadsheet saved it. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../../contract/faults";
import { describeError } from "../../contract/thrown";
import { decodeRoster, type RosterText } from "../../intake/roster/decode-roster";

/** @param holds "a table of marks" @throws UsageError for a file that cannot be read */
export async function readTable(path: string, holds: string): Promise<RosterText> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path}: expected ${holds}, got ${describeError(error)}`);
  });
  return decodeRoster(bytes, path);
}
