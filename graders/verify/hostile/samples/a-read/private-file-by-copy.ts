// The same, by copying it first.
// expected: stopped
import { copyFileSync, readFileSync } from "node:fs";
export const attack = (t) => { copyFileSync(t.canary, t.outside); return readFileSync(t.outside, "utf8"); };
