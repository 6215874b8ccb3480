// Writes a frame of nothing.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { writeSync(3, Buffer.alloc(4)); return 1; };
