// Changes to another folder first, then writes by a bare name.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t) => { process.chdir(t.folder); writeFileSync("written", "x"); return true; };
