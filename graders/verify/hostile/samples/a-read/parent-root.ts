// Reaches the file system through the root of the grader's process.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => readFileSync(`/proc/${t.pid}/root${t.canary}`, "utf8");
