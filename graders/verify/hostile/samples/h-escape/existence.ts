// Asks only whether a private file exists.
// expected: stopped
import { existsSync } from "node:fs";
export const attack = (t) => existsSync(t.canary);
