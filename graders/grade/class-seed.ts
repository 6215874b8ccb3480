/** The seed of a class's hidden inputs: its own, secret one, or one that was typed. */
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { readKeyIfThere, readOrMakeKey } from "../records/key-file";
import { outputFiles } from "../records/output-files";
import { digestSeed } from "../records/seed-digest";
import { openStore } from "../records/store";

/** Where a seed came from; the seed itself is not in it, since this is told. */
export type SeedOrigin =
  /** Drawn for this class, 256 bits, kept in a file for staff. */
  | { readonly kind: "secret"; readonly path: string }
  /** Typed, so known to whoever types it: for repetition. */
  | { readonly kind: "given" };

export interface TakenSeed {
  readonly seed: string;
  readonly origin: SeedOrigin;
}

/**
 * The seed that was typed, or the class's own, which is made where there is none. A typed one does not replace the
 * class's own: the next run without it goes back.
 *
 * @throws UsageError when the file of the class's seed cannot be read or made, or is no seed; WriteFault for a full disk
 */
export async function takeSeed(outFolder: string, given: string | undefined): Promise<TakenSeed> {
  if (given !== undefined) return { seed: checkSeed(given), origin: { kind: "given" } };
  const path = locateSeed(outFolder);
  return { seed: await readOrMakeKey(path), origin: { kind: "secret", path } };
}

/**
 * Parts of a class are graded apart under one seed; one that is drawn here would be this part's alone.
 *
 * @throws UsageError when no seed is given and none lies in the folder
 */
export async function refuseLoneSeed(outFolder: string, given: string | undefined): Promise<void> {
  const path = locateSeed(outFolder);
  if (given !== undefined || (await readKeyIfThere(path)) !== null) return;
  throw new UsageError(
    `every part of a class needs the same seed: put a copy of one seed.key there as ${path} (npm run seal -- <folder> makes one), or give --seed`,
  );
}

/** The class's own. Makes none. @throws UsageError where there is none, or as {@link takeSeed} */
export async function readOwnSeed(outFolder: string): Promise<string> {
  const path = locateSeed(outFolder);
  const seed = await readKeyIfThere(path);
  if (seed !== null) return seed;
  throw new UsageError(`${path}: expected the seed of a class, got none; give one with --seed`);
}

/** @throws UsageError for an empty one: a variable of the shell that was not set would be a seed that anybody guesses */
export function checkSeed(given: string): string {
  if (given.trim() === "") throw new UsageError("--seed: expected a text, got an empty one");
  return given;
}

/** What an output folder says of its seed. */
export interface SeedOfFolder {
  /** Null where the class has no seed of its own yet. */
  readonly path: string | null;
  /** How many records were made under the class's own seed, and how many under others. */
  readonly records: { readonly own: number; readonly other: number };
}

/** Makes nothing. @throws UsageError as {@link takeSeed} */
export async function findSeed(outFolder: string): Promise<SeedOfFolder> {
  const path = locateSeed(outFolder);
  const seed = await readKeyIfThere(path);
  const { records } = await openStore(outFolder).readAll();
  const own = seed === null ? 0 : records.filter((one) => one.seedDigest === digestSeed(seed)).length;
  return { path: seed === null ? null : path, records: { own, other: records.length - own } };
}

export function locateSeed(outFolder: string): string {
  return join(outFolder, outputFiles.seedKey.path);
}
