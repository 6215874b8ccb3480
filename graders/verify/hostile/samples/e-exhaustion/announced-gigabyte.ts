// Announces an answer of four gigabytes.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { writeSync(3, Buffer.from([255, 255, 255, 255])); return 1; };
