// Prints without end.
// expected: too-large
import { writeSync } from "node:fs";
export const attack = () => { for (;;) try { writeSync(1, "x".repeat(65_536)); } catch {} };
