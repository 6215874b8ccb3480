/** For tests: the package as a student has it after npm install, and its commands. */
import { execFile } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { assignment } from "../questions/efficient-deep-learning";
import { projectRoot } from "./project-root";
import { runHere } from "./run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltPackage {
  /** Holds the package, and has room for other things. */
  readonly out: TemporaryFolder;
  readonly folder: string;
  /** One of the package's commands, in its folder. */
  start(command: string, ...args: readonly string[]): Promise<Ended>;
}

/** Without colours, which a CI machine is given even where nothing is a terminal. */
export const plainEnvironment = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" };

/** Node with these arguments. */
export async function runNode(args: readonly string[], cwd: string, more: object = {}): Promise<Ended> {
  const options = { cwd, env: { ...plainEnvironment, ...more }, maxBuffer: 2 ** 26 };
  return promisify(execFile)(process.execPath, [...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

/** @param writeHandout the verb that writes the package into a folder */
export async function buildPackage(writeHandout: Parameters<typeof runHere>[0]): Promise<BuiltPackage> {
  const out = await makeTemporaryFolder();
  const { code, stderr } = await runHere(writeHandout, [out.path]);
  if (code !== 0) throw new Error(stderr);
  const folder = join(out.path, assignment.id);
  await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return {
    out,
    folder,
    start: (command, ...args) => runNode(["selfcheck/start.js", command, ...args], folder),
  };
}
