// Floods the answer channel.
// expected: tampering
import { writeSync } from "node:fs";
export const attack = () => { for (;;) try { writeSync(3, Buffer.alloc(65_536, 120)); } catch {} };
