/** What may not be there yet. Whatever else keeps it from being read is told: taken for absent, it would be replaced. */
import { type Dirent, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode } from "../contract/thrown";

/** Null where there is none. @throws UsageError when it cannot be read */
export function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error) => expectAbsent(error, path, null));
}

/** Nothing where there is no such folder. @throws UsageError when it cannot be read */
export function listIfThere(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error) => expectAbsent(error, folder, []));
}

/** @throws UsageError when that cannot be told */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return expectAbsent(error, path, false);
  }
}

function expectAbsent<T>(error: unknown, path: string, absent: T): T {
  if (hasErrorCode(error, "ENOENT")) return absent;
  throw new UsageError(
    `${path}: expected something that can be read, or nothing, got ${describeError(error)}`,
  );
}
