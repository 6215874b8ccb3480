// Writes an answer nested a hundred thousand deep, by hand.
// expected: tampering | too-large
import { writeSync } from "node:fs";
export const attack = () => { const text = "[".repeat(100_000); const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); writeSync(3, frame); return 1; };
