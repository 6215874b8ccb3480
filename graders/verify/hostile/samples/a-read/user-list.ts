// Reads the list of the system's users.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = () => readFileSync("/etc/passwd", "utf8").length > 0;
