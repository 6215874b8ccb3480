/** Writing files whole or not at all; the one doorway to write-file-atomic. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";

/** Writes UTF-8 text, making the folders above it. A reader sees the old file or the new one, never half of one. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, text, { encoding: "utf8" });
}
