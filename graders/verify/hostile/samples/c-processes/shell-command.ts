// Runs a shell command.
// expected: stopped
import { execSync } from "node:child_process";
export const attack = () => execSync("id").length > 0;
