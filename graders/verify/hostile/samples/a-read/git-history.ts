// Reads the history of the repository.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => readFileSync(`${t.project}/.git/HEAD`, "utf8").length > 0;
