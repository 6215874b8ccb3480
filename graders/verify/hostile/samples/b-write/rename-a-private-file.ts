// Renames a private file.
// expected: stopped
import { renameSync } from "node:fs";
export const attack = (t) => { renameSync(t.canary, t.outside); return true; };
