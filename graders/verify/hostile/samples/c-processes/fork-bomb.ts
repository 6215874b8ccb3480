// Starts processes that start processes (bounded here; no wrapper lets through the first).
// expected: stopped
import { spawn } from "node:child_process";
export const attack = async (t) => {
  const code = "for (let i = 0; i < 3; i += 1) require('child_process').spawn(process.execPath, ['-e', 'setTimeout(()=>{},3000)', process.argv[1]])";
  const started = Array.from({ length: 8 }, () => spawn(process.execPath, ["-e", code, t.token]));
  for (const one of started) one.on("error", () => {});
  await new Promise((done) => setTimeout(done, 100));
  return started.some((one) => one.pid !== undefined);
};
