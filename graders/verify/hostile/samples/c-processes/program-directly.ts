// Starts a program without a shell.
// expected: stopped
import { spawnSync } from "node:child_process";
export const attack = () => { const { error, status } = spawnSync("/bin/true"); if (error) throw error; return status === 0; };
