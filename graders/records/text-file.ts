/** Writing files whole or not at all; the one doorway to write-file-atomic. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";

/**
 * Writes UTF-8 text, making the folders above it. A reader sees the old file or the new one, never half of one;
 * a run killed in the middle leaves the old file and, at worst, a stray `<name>.<digits>` beside it.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, text, { encoding: "utf8" });
}
