/**
 * Kernel limits per process, set by util-linux's prlimit: processor time, memory, file size, open files, no core
 * dumps. Memory is RLIMIT_DATA and never RLIMIT_AS: Node maps far more address space than it uses.
 */

import { readFileSync } from "node:fs";
import { mebibyte } from "../../../../reference/byte-sizes";
import type { ProcessCommand } from "../process";
import type { ResourceLimits } from "./layer";

/** A page of compiled code is far smaller, a reservation larger. */
const smallestReservation = 64 * mebibyte;

/**
 * Room for compiled code that V8 reserves at its start and never fills. From Node 24 on it is writable from the
 * beginning, so that the kernel counts all of it as data.
 *
 * @param maps a process's `/proc/<pid>/maps`
 */
export function measureReservation(maps: string): number {
  const sizes = [...maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rwxp 0+ 00:00 0 *$/gm)].map(
    ([, from = "0", to = "0"]) => Number.parseInt(to, 16) - Number.parseInt(from, 16),
  );
  return sizes.filter((size) => size >= smallestReservation).reduce((sum, size) => sum + size, 0);
}

let known: number | undefined;

/** Of this very process, since children run the same Node; it does not change. */
function readReservation(): number {
  known ??= measureReservation(readMaps());
  return known;
}

function readMaps(): string {
  try {
    return readFileSync("/proc/self/maps", "utf8");
  } catch {
    return "";
  }
}

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
    `--data=${limits.dataBytes + readReservation()}`,
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
