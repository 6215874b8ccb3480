/** What the system says of files without reading them: size, times and number. Whoever writes one changes its stamp. */
import { createHash, type Hash } from "node:crypto";
import { type BigIntStats, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Stamp {
  /** "sha256:…" over names, sizes, times and numbers of everything below the paths. */
  readonly digest: string;
  /**
   * False where a file is so young that another write might leave the same stamp: the clock of a file system goes in
   * steps, of some milliseconds on most disks, of two seconds on some.
   */
  readonly isSettled: boolean;
}

interface Walk {
  readonly hash: Hash;
  newestNs: bigint;
}

const stepsMs = { fine: 100, coarse: 2000 } as const;

/**
 * Folders count by what they hold, links by where they stand; a path that is not there counts as such.
 *
 * @param paths absolute, each a file or a folder
 * @param takenAtMs Unix time
 * @param skipped absolute paths of files that do not count
 * @throws what the system says of a folder that cannot be listed
 */
export function stampPaths(
  paths: readonly string[],
  takenAtMs: number,
  skipped: ReadonlySet<string> = new Set(),
): Stamp {
  const walk: Walk = { hash: createHash("sha256"), newestNs: 0n };
  for (const path of paths) stampOne(path, walk, skipped);
  const stepMs = walk.newestNs % 1_000_000_000n === 0n ? stepsMs.coarse : stepsMs.fine;
  return {
    digest: `sha256:${walk.hash.digest("hex")}`,
    isSettled: Number(walk.newestNs / 1_000_000n) < takenAtMs - stepMs,
  };
}

function stampOne(path: string, walk: Walk, skipped: ReadonlySet<string>): void {
  if (skipped.has(path)) return;
  const seen = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  walk.hash.update(JSON.stringify([path, seen === undefined ? "none" : describeSeen(seen)]));
  if (seen === undefined) return;
  if (seen.isDirectory())
    for (const name of readdirSync(path).sort()) stampOne(join(path, name), walk, skipped);
  else walk.newestNs = [walk.newestNs, seen.mtimeNs, seen.ctimeNs].reduce((a, b) => (a > b ? a : b));
}

/** A folder's own times say only that something in it came and went: a lock, a draft. */
function describeSeen(seen: BigIntStats): string {
  if (seen.isDirectory()) return "folder";
  const { mode, size, ino, mtimeNs, ctimeNs } = seen;
  return [mode, size, ino, mtimeNs, ctimeNs].join(" ");
}
