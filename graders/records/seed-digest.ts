/** A seed's name in records and on the class page: equal for equal seeds, and nothing can be drawn from it. */
import { createHash } from "node:crypto";

/** "sha256:…" */
export function digestSeed(seed: string): string {
  return `sha256:${createHash("sha256").update(`seed\n${seed}`).digest("hex")}`;
}
