// Overwrites a private file.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t) => { writeFileSync(t.canary, "x"); return true; };
