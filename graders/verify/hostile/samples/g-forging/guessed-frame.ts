// Writes an answer with a guessed id.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { const text = '{"id":"00000000-0000-0000-0000-000000000000","value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); writeSync(3, frame); return 1; };
