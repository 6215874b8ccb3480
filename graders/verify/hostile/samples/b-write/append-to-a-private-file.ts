// Appends to a private file.
// expected: stopped
import { appendFileSync } from "node:fs";
export const attack = (t) => { appendFileSync(t.canary, "x"); return true; };
