// Gives a path that changes between the check and its use.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => { const bytes = new Uint8Array(Buffer.from(t.canary)); Object.setPrototypeOf(bytes, Uint8Array.prototype); bytes.toString = () => process.argv[1]; return readFileSync(bytes, "utf8"); };
