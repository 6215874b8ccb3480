/** The secrets of a class that was graded in parts: the seed is the same in all, the key of pseudonyms need not be. */
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import { keepKey, readKeyIfThere } from "../../records/key-file";
import { outputFiles } from "../../records/output-files";
import { digestSeed } from "../../records/seed-digest";
import { locateSeed } from "../class-seed";
import type { ShardOutput } from "./read-output";

/**
 * Puts the seed of the outputs beside their records, unless it was typed, and then it lies nowhere.
 *
 * @throws UsageError when another seed lies there
 */
export async function takeSeedOfOutputs(outputs: readonly ShardOutput[], outFolder: string): Promise<void> {
  for (const { folder, file } of outputs) {
    const seed = await readKeyIfThere(locateSeed(folder));
    if (seed === null || digestSeed(seed) !== file.seedDigest) continue;
    const kept = await keepKey(locateSeed(outFolder), seed);
    if (kept === seed) return;
    throw new UsageError(
      `--out: ${locateSeed(outFolder)} holds another seed than ${folder} was graded under; choose another folder`,
    );
  }
}

/** The key of the folder that is merged into, else that of the first output that has one, which it then gets. */
export async function takeRosterKey(
  outputs: readonly ShardOutput[],
  outFolder: string,
): Promise<string | null> {
  const path = join(outFolder, outputFiles.rosterKey.path);
  for (const { folder } of outputs) {
    const key = await readKeyIfThere(join(folder, outputFiles.rosterKey.path));
    if (key !== null) return keepKey(path, key);
  }
  return readKeyIfThere(path);
}
