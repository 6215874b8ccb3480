/**
 * Kernel limits per process, set by util-linux's prlimit: processor time, memory, file size, open files, no core
 * dumps. Memory is RLIMIT_DATA and never RLIMIT_AS: Node maps far more address space than it uses.
 */
import type { ProcessCommand } from "../process";
import type { ResourceLimits } from "./layer";

/**
 * @param countsProcesses also limit processes and threads: only where the user is nobody else's, since the kernel
 *   counts them per user
 */
export function wrapInRlimits(
  command: ProcessCommand,
  prlimit: string,
  limits: ResourceLimits,
  countsProcesses: boolean,
): ProcessCommand {
  const options = [
    // The first of the two sends SIGXCPU, which names the limit; the second kills whoever does not listen to it.
    `--cpu=${limits.processorSeconds}:${limits.processorSeconds + 1}`,
    `--data=${limits.dataBytes}`,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    "--core=0",
    ...(countsProcesses ? [`--nproc=${limits.processes}`] : []),
  ];
  return { ...command, file: prlimit, args: [...options, command.file, ...command.args] };
}

/** The limit on processes alone, set by a prlimit inside a user namespace, where only its own are counted. */
export function wrapInProcessLimit(
  command: ProcessCommand,
  prlimit: string,
  processes: number,
): ProcessCommand {
  return { ...command, file: prlimit, args: [`--nproc=${processes}`, command.file, ...command.args] };
}
