// Writes a file outside its folder.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t) => { writeFileSync(t.outside, "x"); return true; };
