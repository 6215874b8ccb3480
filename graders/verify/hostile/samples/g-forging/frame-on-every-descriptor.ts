// Writes an answer wherever it can.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { const text = '{"value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); for (let fd = 3; fd < 32; fd += 1) try { writeSync(fd, frame); } catch {} return 1; };
