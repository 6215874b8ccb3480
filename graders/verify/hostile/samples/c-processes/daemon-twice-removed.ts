// Leaves a process behind whose parent is gone.
// expected: stopped
import { spawnSync } from "node:child_process";
export const attack = (t) => {
  const code = `require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)", "${t.token}"], { detached: true, stdio: "ignore" }).unref()`;
  const { error, status } = spawnSync(process.execPath, ["-e", code]);
  if (error) throw error;
  return status === 0;
};
