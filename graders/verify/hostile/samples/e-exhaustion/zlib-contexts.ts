// Fills memory with compressors, which the engine's heap does not count.
// expected: out-of-memory | threw | timed-out | did-not-answer
import { createDeflate } from "node:zlib";
export const attack = () => { const all: unknown[] = []; for (;;) { const one = createDeflate({ level: 9, memLevel: 9, windowBits: 15 }); one.write("x"); all.push(one); } };
