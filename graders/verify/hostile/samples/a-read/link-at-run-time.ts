// Makes a link to a private file and reads through it.
// expected: stopped
import { readFileSync, symlinkSync } from "node:fs";
export const attack = (t) => { symlinkSync(t.canary, t.outside); return readFileSync(t.outside, "utf8"); };
