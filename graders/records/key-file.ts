/** Keys of a class: random, made at first use, kept in the output folder for staff alone. */
import { randomBytes } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode } from "../contract/thrown";
import { writeNewFile } from "./text-file";

const keyBytes = 32;
const keyText = /^[0-9a-f]{64}$/;

/**
 * The key of that file, 256 bits in hexadecimal digits. It is made where there is none, readable by its owner alone,
 * and never replaced.
 *
 * @throws UsageError when it cannot be read or made, or is no key; WriteFault for a full disk
 */
export async function readOrMakeKey(path: string): Promise<string> {
  await makeKey(path, () => randomBytes(keyBytes).toString("hex"));
  const key = await readKeyIfThere(path);
  if (key === null) throw new UsageError(`${path}: expected a key, but it was removed just now; start again`);
  return key;
}

/**
 * Puts a key there that was made elsewhere, unless one is there already.
 *
 * @returns the key that lies there now
 * @throws as {@link readOrMakeKey}
 */
export async function keepKey(path: string, key: string): Promise<string> {
  await makeKey(path, () => key);
  return readOrMakeKey(path);
}

/** Null where no key was made yet. @throws UsageError when it cannot be read, or is no key */
export async function readKeyIfThere(path: string): Promise<string | null> {
  let text: string;
  try {
    text = (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return null;
    throw new UsageError(`${path}: expected a readable file, got ${describeError(error)}`);
  }
  if (text === "") return null;
  if (keyText.test(text)) return text;
  // Without its text, which may be most of a key.
  throw new UsageError(
    `${path}: expected a key of 64 hexadecimal digits, got ${text.length} characters that are none; put the file of a backup there, or remove it to have a new key`,
  );
}

/** Nothing where a key is. An empty one is what a run left that was killed, or whose disk was full, as it began. */
async function makeKey(path: string, draw: () => string): Promise<void> {
  const size = (await stat(path).catch(() => null))?.size;
  if (size !== undefined && size > 0) return;
  if (size === 0) await rm(path);
  await writeNewFile(path, `${draw()}\n`, 0o600);
}
