// Raises the engine's limit on its stack, and overflows what lies below.
// expected: did-not-answer | threw
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
export const attack = () => { try { setFlagsFromString("--stack-size=4000000"); } catch {} return runInNewContext("const f = (x) => 1 + f(x + 1); f(0)"); };
