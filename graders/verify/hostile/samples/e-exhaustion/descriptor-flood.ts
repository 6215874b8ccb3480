// Opens files until there are no descriptors left.
// expected: stopped
import { openSync } from "node:fs";
export const attack = () => { let open = 0; for (; open < 5000; open += 1) openSync("/dev/null", "r"); return open === 5000; };
