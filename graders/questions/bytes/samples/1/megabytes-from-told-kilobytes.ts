import { createHash } from "node:crypto";

function hashName(name: string): number {
  const digest = createHash("sha256").update(name, "utf8").digest("hex");
  return Number.parseInt(digest.slice(0, 10), 16);
}

export function nameBytes(name: string) {
  const nBytes = hashName(name);
  const nKB = Math.round((nBytes / 1024) * 100) / 100;
  return { nBytes, nKB, nMB: nKB / 1024 };
}
