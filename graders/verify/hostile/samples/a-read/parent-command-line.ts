// Reads how the grader was started.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => readFileSync(`/proc/${t.pid}/cmdline`).length > 0;
