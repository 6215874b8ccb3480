/** Reads a roster file, with the key of its pseudonyms, which is made at first use. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { describeError, hasErrorCode } from "../../contract/thrown";
import { parseRoster } from "./roster-csv";

const keyBytes = 32;

/**
 * The key lies in `<keyFolder>/roster.key`, readable by its owner alone. Keep it: with another key the same
 * student gets another pseudonym.
 *
 * @throws UsageError naming the file and what is wrong with it
 */
export async function readRosterFile(path: string, keyFolder: string): Promise<readonly Student[]> {
  const csv = await readText(path);
  return parseRoster(csv, path, await readKey(keyFolder));
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
  return (await readText(path)).trim();
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: expected a readable file, got ${describeError(error)}`);
  }
}
