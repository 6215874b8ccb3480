// Writes a frame that is no message.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { writeSync(3, Buffer.from([0, 0, 0, 3, 120, 120, 120])); return 1; };
