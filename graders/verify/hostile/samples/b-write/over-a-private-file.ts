// Overwrites a private file.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t: any) => { writeFileSync(t.canary, "x"); return true; };
