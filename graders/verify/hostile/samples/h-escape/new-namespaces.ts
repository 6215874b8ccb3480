// Makes namespaces of its own, to be root inside them.
// expected: stopped
import { spawnSync } from "node:child_process";
export const attack = () => { const { error, status } = spawnSync("/usr/bin/unshare", ["-Ur", "true"]); if (error) throw error; return status === 0; };
