/** A table that a person filled in; how it was read is said on the terminal, where that is worth a word. */
import { readTable as readTableFile } from "../graders/grade/marking/read-table";

/** @param holds "a table of marks" */
export async function readTable(path: string, holds: string): Promise<string> {
  const { text, notices } = await readTableFile(path, holds);
  for (const notice of notices) console.error(notice);
  return text;
}
