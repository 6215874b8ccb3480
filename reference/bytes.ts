/** Task 1: the number of bytes that a name stands for, and the same amount in kilobytes and megabytes. */

import { createHash } from "node:crypto";

/** Bytes per kilobyte: 1024 (binary, KiB) or 1000 (SI, kB). */
export type KilobyteSize = 1000 | 1024;

/** One amount of memory in two units; both use the same base. */
export interface ByteAmount {
  readonly kilobytes: number;
  readonly megabytes: number;
}

const hexDigits = 10;

/** SHA-256 of a name's UTF-8 bytes, as 64 hexadecimal digits. */
export function digestName(name: string): string {
  return createHash("sha256").update(name, "utf8").digest("hex");
}

/**
 * The pseudo-random number of bytes of a name (notebook, Task 1): the first ten hexadecimal digits of the SHA-256
 * digest of its UTF-8 bytes, 0 .. 2^40 - 1.
 *
 * The name is hashed exactly as given: blanks count, composed and decomposed accents differ. A lone surrogate has
 * no UTF-8 form and is hashed as U+FFFD.
 */
export function hashNameToBytes(name: string): bigint {
  return BigInt(`0x${digestName(name).slice(0, hexDigits)}`);
}

/**
 * Converts bytes to kilobytes and megabytes; a megabyte is a kilobyte of kilobytes (Task 1).
 *
 * @param nBytes exact in the result up to 2^53
 * @param kilobyte 1024 (as the notebook does) or 1000 (SI)
 */
export function convertBytes(nBytes: bigint | number, kilobyte: KilobyteSize = 1024): ByteAmount {
  const bytes = Number(nBytes);
  return { kilobytes: bytes / kilobyte, megabytes: bytes / kilobyte ** 2 };
}
