// Writes until the disk is full.
// expected: stopped
import { appendFileSync } from "node:fs";
export const attack = (t) => { for (let i = 0; i < 64; i += 1) appendFileSync(t.outside, Buffer.alloc(1 << 20)); return true; };
