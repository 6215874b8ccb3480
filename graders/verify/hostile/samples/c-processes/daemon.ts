// Leaves a process behind that outlives it.
// expected: stopped
import { spawn } from "node:child_process";
export const attack = (t) => {
  const daemon = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20_000)", t.token], { detached: true, stdio: "ignore" });
  daemon.on("error", () => {});
  return daemon.pid !== undefined;
};
