/**
 * A commitment to what a class will be asked and how it will be judged: published before the deadline, it tells nothing
 * of the seed; once the seed is published, anybody can see that nothing was changed in between. Pure.
 */
import { createHash } from "node:crypto";
import { UsageError } from "../contract/faults";
import type { Build } from "./build";

const form = /^sha256:[0-9a-f]{64}$/;

/** "sha256:…" over the seed, the rubric's digest, the version and the digest of the sources, in this order, as JSON. */
export function seal(seed: string, { rubricDigest, version, sourceDigest }: Build): string {
  const sealed = JSON.stringify(["ridgepoint seal 1", seed, rubricDigest, version, sourceDigest]);
  return `sha256:${createHash("sha256").update(sealed).digest("hex")}`;
}

/** @throws UsageError for what cannot be a commitment */
export function readCommitment(text: string): string {
  const commitment = text.trim().toLowerCase();
  if (form.test(commitment)) return commitment;
  throw new UsageError(
    `--check: expected a commitment, "sha256:" and 64 hexadecimal digits, got ${JSON.stringify(text.slice(0, 80))}`,
  );
}

/** Fewer characters than 128 bits need can be tried until one gives the commitment. */
export function canBeGuessed(seed: string): boolean {
  return seed.length < 32;
}
