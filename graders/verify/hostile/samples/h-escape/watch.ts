// Watches a private file for changes.
// expected: stopped
import { watch } from "node:fs";
export const attack = (t) => { watch(t.canary).close(); return true; };
