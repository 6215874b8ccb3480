// Leaves a note for the next submission.
// expected: stopped
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
export const attack = (t) => { writeFileSync(`${tmpdir()}/${t.token}`, "the answer is 42"); return true; };
