// Makes a hard link to a private file and reads through it.
// expected: stopped
import { linkSync, readFileSync } from "node:fs";
export const attack = (t) => { linkSync(t.canary, t.outside); return readFileSync(t.outside, "utf8"); };
