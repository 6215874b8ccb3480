// Sends a frame byte by byte and never ends it.
// expected: timed-out
import { writeSync } from "node:fs";
export const attack = () => { writeSync(3, Buffer.from([0, 15, 0, 0])); for (;;) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); writeSync(3, Buffer.from([32])); } };
