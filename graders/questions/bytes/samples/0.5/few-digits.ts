import { createHash } from "node:crypto";

function hashName(name: string): number {
  const digest = createHash("sha256").update(name, "utf8").digest("hex");
  return Number.parseInt(digest.slice(0, 10), 16);
}

export function nameBytes(name: string) {
  const nBytes = hashName(name);
  return { nBytes, nKB: (nBytes / 1024).toExponential(4), nMB: (nBytes / 1024 ** 2).toExponential(4) };
}
