/** For tests: a verb as a person starts it, in a process of its own. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./project-root";

export interface VerbResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `scripts/<verb>.ts` with the arguments and waits for its end. */
export function runVerb(
  verb: string,
  args: readonly string[],
  cwd: string = projectRoot,
): Promise<VerbResult> {
  const start = ["-r", "ts-node/register", join(cwd, "scripts", `${verb}.ts`), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, start, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
