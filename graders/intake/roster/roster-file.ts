/** Reads a roster file. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { describeError } from "../../contract/thrown";
import { decodeRoster } from "./decode-roster";
import { parseRoster } from "./parse-roster";

export interface RosterRequest {
  readonly path: string;
  /** Heading of the column with the ids; recognised when left out. */
  readonly idColumn?: string;
}

export interface ReadRoster {
  readonly students: readonly Student[];
  /** What is worth a word about how the file was read. */
  readonly notices: readonly string[];
}

/**
 * @param takeKey gives the key of the pseudonyms, once the file was read; with another key the same student gets
 *   another pseudonym
 * @throws UsageError naming the file and what is wrong with it
 */
export async function readRosterFile(
  { path, idColumn }: RosterRequest,
  takeKey: () => Promise<string>,
): Promise<ReadRoster> {
  const { text, notices } = decodeRoster(await readBytes(path), path);
  const rosterKey = await takeKey();
  const source = { file: path, rosterKey, ...(idColumn === undefined ? {} : { idColumn }) };
  try {
    return { students: parseRoster(text, source), notices };
  } catch (error) {
    // What is not found may merely be spelt in another encoding.
    if (!(error instanceof UsageError) || notices.length === 0) throw error;
    throw new UsageError([error.message, ...notices].join(" · "));
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: expected a readable file, got ${describeError(error)}`);
  }
}
