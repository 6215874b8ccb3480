/**
 * Kernel limits per process, set by util-linux's prlimit: processor time, memory, file size, open files, no core
 * dumps. Memory is RLIMIT_DATA and never RLIMIT_AS: Node maps far more address space than it uses.
 */
import { accessSync, constants } from "node:fs";
import { type ProcessCommand, runToEnd } from "../process";

export interface ResourceLimits {
  readonly processorSeconds: number;
  readonly dataBytes: number;
  readonly fileBytes: number;
  readonly openFiles: number;
}

export type WrapInRlimits = (command: ProcessCommand, limits: ResourceLimits) => ProcessCommand;

/** System folders only: a program found through PATH could be anybody's. */
const folders = ["/usr/bin", "/bin", "/usr/local/bin"];
const trialMs = 10_000;

/** How to wrap a command, or why it cannot be done here. Tried once with the very limits that will be set. */
export async function findRlimits(limits: ResourceLimits): Promise<WrapInRlimits | string> {
  const prlimit = folders.map((folder) => `${folder}/prlimit`).find(isExecutable);
  if (prlimit === undefined) return "prlimit is not installed (util-linux on Linux)";
  const wrap: WrapInRlimits = (command, wanted) => ({
    ...command,
    file: prlimit,
    args: [...listOptions(wanted), command.file, ...command.args],
  });
  const trial = { file: process.execPath, args: ["-e", "0"], env: {}, cwd: "/" };
  const { code, stderr } = await runToEnd(wrap(trial, limits), trialMs);
  return code === 0 ? wrap : `prlimit cannot set the limits here: ${stderr.trim().split("\n")[0]}`;
}

function listOptions(limits: ResourceLimits): readonly string[] {
  return [
    `--cpu=${limits.processorSeconds}`,
    `--data=${limits.dataBytes}`,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    "--core=0",
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
