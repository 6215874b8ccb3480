// Makes a folder that cannot be cleaned up.
// expected: stopped
import { chmodSync, mkdirSync } from "node:fs";
export const attack = (t) => { mkdirSync(`${t.outside}/a/b`, { recursive: true }); chmodSync(t.outside, 0); return true; };
