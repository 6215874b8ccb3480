/** Reads a roster file, with the key of its pseudonyms, which is made at first use. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { describeError, hasErrorCode } from "../../contract/thrown";
import { decodeRoster } from "./decode-roster";
import { parseRoster } from "./parse-roster";

const keyBytes = 32;

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
 * The key lies in `<keyFolder>/roster.key`, readable by its owner alone. Keep it: with another key the same
 * student gets another pseudonym.
 *
 * @throws UsageError naming the file and what is wrong with it
 */
export async function readRosterFile(
  { path, idColumn }: RosterRequest,
  keyFolder: string,
): Promise<ReadRoster> {
  const { text, notices } = decodeRoster(await readBytes(path), path);
  const rosterKey = await readKey(keyFolder);
  const students = parseRoster(text, {
    file: path,
    rosterKey,
    ...(idColumn === undefined ? {} : { idColumn }),
  });
  return { students, notices };
}

async function readKey(folder: string): Promise<string> {
  const path = join(folder, "roster.key");
  await mkdir(folder, { recursive: true });
  try {
    // "wx": never over an existing key, not even when two runs start at once.
    await writeFile(path, `${randomBytes(keyBytes).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!hasErrorCode(error, "EEXIST")) {
      throw new UsageError(`${path}: could not be made: ${describeError(error)}`);
    }
  }
  return (await readBytes(path)).toString("utf8").trim();
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: expected a readable file, got ${describeError(error)}`);
  }
}
