import { createHash } from "node:crypto";

function hashName(name: string): number {
  const digest = createHash("sha256").update(name, "utf8").digest("hex");
  return Number.parseInt(digest.slice(0, 10), 16);
}

// Decimal strings, rounded to two decimals.
export function nameBytes(name: string) {
  const nBytes = hashName(name);
  return { nBytes: String(nBytes), nKB: (nBytes / 1024).toFixed(2), nMB: (nBytes / 1024 / 1024).toFixed(2) };
}
