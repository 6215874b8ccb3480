// Starts Node again, without its flags.
// expected: stopped
import { execFileSync } from "node:child_process";
export const attack = () => execFileSync(process.execPath, ["-p", "require('fs').readdirSync('/').length"]).length > 0;
