// Keeps every thread of the pool busy for ever.
// expected: stopped | timed-out
import { pbkdf2 } from "node:crypto";
export const attack = () => { for (let i = 0; i < 1000; i += 1) pbkdf2("x", "y", 1e9, 64, "sha512", () => {}); return false; };
