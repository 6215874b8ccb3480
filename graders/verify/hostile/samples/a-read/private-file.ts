// Reads a private file of the person who grades.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t: any) => readFileSync(t.canary, "utf8");
