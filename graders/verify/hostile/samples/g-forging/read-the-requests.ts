// Reads the requests before the runner does.
// expected: timed-out | value 1 | did-not-answer
import { readSync } from "node:fs";
export const attack = () => { const bytes = Buffer.alloc(65_536); return readSync(3, bytes, 0, bytes.length, null) && 1; };
