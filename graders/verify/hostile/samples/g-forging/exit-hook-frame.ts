// Writes a frame on its way out.
// expected: tampering | did-not-answer
import { writeSync } from "node:fs";
process.on("exit", () => { const text = '{"id":"x","value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); writeSync(3, frame); });
export const attack = () => process.exit(0);
