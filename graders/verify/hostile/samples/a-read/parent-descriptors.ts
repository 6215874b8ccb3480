// Opens what the grader has open.
// expected: stopped
import { readdirSync } from "node:fs";
export const attack = (t) => readdirSync(`/proc/${t.pid}/fd`).length > 0;
