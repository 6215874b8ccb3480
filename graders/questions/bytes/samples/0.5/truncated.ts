import { createHash } from "node:crypto";

function hashName(name: string): number {
  const digest = createHash("sha256").update(name, "utf8").digest("hex");
  return Number.parseInt(digest.slice(0, 10), 16);
}

// Bigint division drops the fraction.
export function nameBytes(name: string) {
  const nBytes = BigInt(hashName(name));
  return { nBytes, nKB: nBytes / 1024n, nMB: nBytes / 1024n / 1024n };
}
