// Reads every descriptor that it was born with.
// expected: stopped
import { readSync } from "node:fs";
export const attack = () => {
  for (let fd = 4; fd < 64; fd += 1) {
    const bytes = Buffer.alloc(4096);
    try { const text = bytes.toString("latin1", 0, readSync(fd, bytes, 0, 4096, 0)); if (text.includes("canary")) return text; } catch {}
  }
  return false;
};
