/**
 * Code that is made from something else and kept beside the packages, as what is transpiled is: named by the digest of
 * all that it depends on, and believed only with the digest of its own bytes. Where nothing can be kept it is made anew.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface KeptCode {
  readonly folder: string;
  /** All that the code depends on. */
  readonly madeFrom: readonly string[];
}

/** @param make is not called where the code is kept already */
export function keepCode({ folder, madeFrom }: KeptCode, make: () => string): string {
  const path = join(folder, `${digest(madeFrom)}.js`);
  const kept = readKept(path);
  if (kept !== null) return kept;
  const code = make();
  write(folder, path, code);
  return code;
}

/** Null for what is not there, or is not what was written. */
function readKept(path: string): string | null {
  try {
    const [stated, ...lines] = readFileSync(path, "utf8").split("\n");
    const code = lines.join("\n");
    return stated === digest([code]) ? code : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: two commands may start at once, and each may be killed. */
function write(folder: string, path: string, code: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${digest([code])}\n${code}`);
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nothing can be written or removed here at all.
  }
}

function digest(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest("hex");
}
