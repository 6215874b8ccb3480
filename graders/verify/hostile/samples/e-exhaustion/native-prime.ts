// Looks for a huge prime number in native code, where nothing can interrupt it.
// expected: timed-out
import { generatePrimeSync } from "node:crypto";
export const attack = () => generatePrimeSync(16_384, { safe: true }).byteLength > 0;
