// Asks for the size and the time of a private file.
// expected: stopped
import { statSync } from "node:fs";
export const attack = (t) => statSync(t.canary).size > 0;
