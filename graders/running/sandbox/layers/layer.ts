/** What a layer is: a name, and a way to start a command confined by it. */
import type { ProcessCommand } from "../process";

/** Kernel limits of one process. */
export interface ResourceLimits {
  readonly processorSeconds: number;
  readonly dataBytes: number;
  readonly fileBytes: number;
  readonly openFiles: number;
  /** Processes and threads, where they can be counted for this process's user alone. */
  readonly processes: number;
}

/** A program that is to be confined, and what it cannot do without. */
export interface Program {
  readonly command: ProcessCommand;
  /** Files and folders besides Node itself that it reads, by absolute path. */
  readonly readable: readonly string[];
  /** A folder of its own to write to, in memory, gone with the process. */
  readonly scratch?: { readonly path: string; readonly bytes: number };
  /** Sees the processes of its own sandbox under /proc. */
  readonly needsProc?: boolean;
  readonly resources: ResourceLimits;
}
