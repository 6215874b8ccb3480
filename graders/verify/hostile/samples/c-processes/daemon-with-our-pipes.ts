// Leaves a process behind that holds our streams open.
// expected: stopped
import { spawn } from "node:child_process";
export const attack = (t) => {
  const daemon = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20_000)", t.token], { detached: true, stdio: "inherit" });
  daemon.on("error", () => {});
  return daemon.pid !== undefined;
};
