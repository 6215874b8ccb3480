// Greets again, as a fresh process would.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { const text = '{"ready":true}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); writeSync(3, frame); return 1; };
