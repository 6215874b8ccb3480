// Leaves options for the next Node in its environment.
// expected: stopped
import { spawnSync } from "node:child_process";
export const attack = () => { process.env.NODE_OPTIONS = "--require=/tmp/mine.cjs"; const { error } = spawnSync(process.execPath, ["-e", "0"]); if (error) throw error; return true; };
