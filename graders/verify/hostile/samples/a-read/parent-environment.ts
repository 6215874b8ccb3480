// Reads the environment of the process that started it.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => [process.ppid, t.pid].map((pid) => { try { return readFileSync(`/proc/${pid}/environ`, "utf8"); } catch { return ""; } }).join("") || false;
