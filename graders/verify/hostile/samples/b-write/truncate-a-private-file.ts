// Empties a private file.
// expected: stopped
import { truncateSync } from "node:fs";
export const attack = (t) => { truncateSync(t.canary); return true; };
