// Removes a private file.
// expected: stopped
import { rmSync } from "node:fs";
export const attack = (t) => { rmSync(t.canary); return true; };
