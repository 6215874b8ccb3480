// Closes the answer channel.
// expected: tampering
import { closeSync } from "node:fs";
export const attack = () => { closeSync(3); return new Promise(() => setInterval(() => {}, 10)); };
