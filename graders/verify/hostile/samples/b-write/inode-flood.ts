// Makes files until no more can be made.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t) => { for (let i = 0; i < 500; i += 1) writeFileSync(`${t.outside}-${i}`, ""); return true; };
