/** For tests: a verb as a person starts it, in a process of its own; or in this one, where that shows the same. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { format } from "node:util";
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
  const start = [
    "-r",
    join(cwd, "graders", "running", "from-source.cjs"),
    join(cwd, "scripts", `${verb}.ts`),
    ...args,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, start, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/**
 * What is printed through the console, and the exit code.
 *
 * @param verb gets the arguments as a process does: Node and the script come before them
 */
export async function runHere(
  verb: (argv: readonly string[]) => Promise<number>,
  args: readonly string[],
): Promise<VerbResult> {
  const { log, error } = console;
  const printed = { stdout: "", stderr: "" };
  console.log = (...said: readonly unknown[]) => {
    printed.stdout += `${format(...said)}\n`;
  };
  console.error = (...said: readonly unknown[]) => {
    printed.stderr += `${format(...said)}\n`;
  };
  try {
    return { code: await verb([process.execPath, verb.name, ...args]), ...printed };
  } finally {
    Object.assign(console, { log, error });
  }
}
