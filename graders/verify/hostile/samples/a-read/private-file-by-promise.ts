// The same, through the promises of the file system.
// expected: stopped
import { readFile } from "node:fs/promises";
export const attack = async (t) => await readFile(t.canary, "utf8");
