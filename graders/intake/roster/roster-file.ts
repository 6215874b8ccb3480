/** Reads a roster file, with the key of its pseudonyms, which is made at first use. */
import { randomBytes } from "node:crypto";
import { constants, copyFile, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault, UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { describeError, hasErrorCode, isDiskFull } from "../../contract/thrown";
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
  await makeKey(path);
  return (await readBytes(path)).toString("utf8").trim();
}

/** Nothing where a key is. An empty one is what a run left that was killed, or whose disk was full, as it began. */
async function makeKey(path: string): Promise<void> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size > 0) return;
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, `${randomBytes(keyBytes).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
    await removeEmpty(path);
    // Whole or not at all, and never over an existing key, not even when two runs start at once.
    await link(draft, path).catch((error) => {
      if (hasErrorCode(error, "EEXIST")) return;
      // Where there are no hard links.
      return copyFile(draft, path, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    throw blame(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeEmpty(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.size === 0) await rm(path);
}

function blame(path: string, error: unknown): Error {
  const because = describeError(error);
  return isDiskFull(error)
    ? new GraderFault(`${path}: could not be written: ${because}; free the disk or choose another --out`)
    : new UsageError(`${path}: could not be made: ${because}`);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: expected a readable file, got ${describeError(error)}`);
  }
}
