/**
 * Names for whatever is told apart by its contents. Students choose many of the contents: of half as many digits, two of
 * them could find a pair with one name in minutes, and what was decided of one would count for the other.
 */
import { createHash } from "node:crypto";

/** 128 bits. @param value plain data */
export function nameByDigest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
