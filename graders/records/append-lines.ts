/** Files that are only ever added to, a JSON document a line. */
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode } from "../contract/thrown";
import { WriteFault } from "./write-fault";

/** "" where nothing was written yet. @param holds for the message, "the marks of people" */
export async function readLines(path: string, holds: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return "";
    throw new UsageError(`${path}: expected ${holds}, got ${describeError(error)}`);
  }
}

/**
 * Adds lines in one go and flushes them. After a line that was cut off a new one begins.
 *
 * @param before what lies there
 * @throws WriteFault when the disk refuses
 */
export async function appendLines(path: string, before: string, values: readonly unknown[]): Promise<void> {
  const isCutOff = before !== "" && !before.endsWith("\n");
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "a");
    try {
      await file.appendFile((isCutOff ? "\n" : "") + text.toWellFormed());
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new WriteFault(path, error);
  }
}
