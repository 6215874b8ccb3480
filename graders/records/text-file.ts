/** Writing files whole or not at all. */
import { randomBytes } from "node:crypto";
import { constants, copyFile, link, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode, isDiskFull } from "../contract/thrown";
import { flushNames, makeFolder, type OpenFile } from "./new-names";
import { WriteFault } from "./write-fault";

/**
 * Writes UTF-8 text, making the folders above it. A reader sees the old file or the new one, never half of one: the text
 * goes into a file beside it, is counted and flushed, and only then takes the name. Whatever fails leaves the old file.
 * Halves of surrogate pairs, which UTF-8 cannot hold, become "�".
 *
 * @throws WriteFault when the disk refuses
 */
export async function writeTextFile(path: string, text: string, openFile: OpenFile = open): Promise<void> {
  await writeWhole(path, [encodeText(text)], openFile);
}

/** The same for a text that is made while it is written. @param pieces none of them ends amid a surrogate pair */
export async function writeTextPieces(
  path: string,
  pieces: Iterable<string>,
  openFile: OpenFile = open,
): Promise<void> {
  await writeWhole(path, encodePieces(pieces), openFile);
}

const encodeText = (text: string): Buffer => Buffer.from(text.toWellFormed(), "utf8");

function* encodePieces(pieces: Iterable<string>): Iterable<Buffer> {
  for (const piece of pieces) yield encodeText(piece);
}

/** The same bytes under another name, which is whole or not there. @throws WriteFault when the disk refuses */
export async function copyWholeFile(from: string, path: string): Promise<void> {
  await writeWhole(path, [await readFile(from)], open);
}

/**
 * A file that must not be there yet: never over another one, and with its whole text from the moment it has its name
 * (where a file system has no hard links: empty for a moment).
 *
 * @returns false when there is one already
 * @throws UsageError when it cannot be made; WriteFault for a full disk
 */
export async function writeNewFile(path: string, text: string, mode = 0o666): Promise<boolean> {
  const draft = nameDraft(path);
  try {
    await makeFolder(dirname(path));
    await writeFile(draft, text, { flag: "wx", mode, flush: true });
    const isClaimed = await claimName(draft, path);
    await flushNames(dirname(path));
    return isClaimed;
  } catch (error) {
    if (isDiskFull(error)) throw new WriteFault(path, error);
    throw new UsageError(`${path}: could not be made: ${describeError(error)}`);
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** Of two that start at once, one gets the name. */
async function claimName(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path).catch((error) => {
      if (hasErrorCode(error, "EEXIST")) throw error;
      // Where there are no hard links.
      return copyFile(draft, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    // A draft that is gone was cleared away by whoever has the folder to itself.
    if (hasErrorCode(error, "EEXIST") || hasErrorCode(error, "ENOENT")) return false;
    throw error;
  }
}

const nameDraft = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 64)}.${randomBytes(6).toString("hex")}`);

async function writeWhole(path: string, pieces: Iterable<Buffer>, openFile: OpenFile): Promise<void> {
  const folder = dirname(path);
  const draft = nameDraft(path);
  try {
    await makeFolder(folder, openFile);
    await writeDraft(draft, pieces, openFile);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw new WriteFault(path, error);
  }
  await flushNames(folder, openFile);
}

const draftName = /^\.[^/]+\.[0-9a-f]{12}$/;

/** Removes what a run that was killed had begun to write. Whoever calls it is alone in the folder. */
export async function removeDrafts(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const drafts = entries.filter((one) => one.isFile() && draftName.test(one.name));
  for (const { parentPath, path, name } of drafts)
    await rm(join(parentPath ?? path, name), { force: true }).catch(() => {});
}

async function writeDraft(draft: string, pieces: Iterable<Buffer>, openFile: OpenFile): Promise<void> {
  const file = await openFile(draft, "wx");
  try {
    let length = 0;
    for (const bytes of pieces) {
      await file.writeFile(bytes);
      length += bytes.length;
    }
    await file.sync();
    // A full disk may take less than it was given without a word.
    const { size } = await file.stat();
    if (size !== length) throw new Error(`only ${size} of ${length} bytes could be written`);
  } finally {
    await file.close();
  }
}
