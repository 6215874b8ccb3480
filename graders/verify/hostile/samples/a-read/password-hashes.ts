// Reads the system's password hashes.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = () => readFileSync("/etc/shadow", "utf8").length > 0;
