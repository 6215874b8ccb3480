import { createHash } from "node:crypto";

export function nameBytes(name: string) {
  const digest = createHash("sha256").update(name).digest("hex");
  const nBytes = Number.parseInt(digest.slice(-10), 16);
  return { nBytes, nKB: nBytes / 1024, nMB: nBytes / 1024 ** 2 };
}
