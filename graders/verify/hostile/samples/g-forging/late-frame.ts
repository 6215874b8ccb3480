// Answers once more after it has answered.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { const text = '{"id":"x","value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); setTimeout(() => writeSync(3, frame), 1); return new Promise((done) => setTimeout(() => done(1), 50)); };
