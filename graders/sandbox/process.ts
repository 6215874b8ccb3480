/** Starts and ends processes; the one doorway to execa. What is said on their streams is other files' business. */
import type { Duplex, Readable } from "node:stream";
import { GraderFault } from "../contract";

/** How to start one process. Nothing of the parent's environment is inherited. */
export interface ProcessCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface StartedProcess {
  /** Descriptor 3 of the process, both ways. */
  readonly channel: Duplex;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the process is gone, whoever still holds its streams. */
  readonly exited: Promise<ProcessExit>;
  /** SIGKILL to the process and its whole group, at once: a gentler signal can be ignored. */
  kill(): void;
}

/** Killed with the grader, also when it ends by an uncaught error. */
const running = new Set<StartedProcess>();
let isExitHooked = false;

/** @throws GraderFault when the process cannot be started */
export async function startProcess(command: ProcessCommand): Promise<StartedProcess> {
  // execa comes as an ES module only; a real import() is how CommonJS loads one.
  const { execa } = await import("execa");
  const subprocess = execa(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    extendEnv: false,
    detached: true,
    reject: false,
    // Streams are read here, under own limits; execa would keep all of it.
    buffer: false,
    stripFinalNewline: false,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const { pid, stdout, stderr } = subprocess;
  if (pid === undefined) {
    const { shortMessage } = await subprocess;
    throw new GraderFault(`could not start ${command.file}: ${shortMessage}`);
  }
  const exited = new Promise<ProcessExit>((resolve) => {
    subprocess.once("exit", (code, signal) => resolve({ code, signal }));
  });
  // Descriptors above 2 are sockets, both ways, although execa's types promise reading only.
  const channel = subprocess.stdio[3] as unknown as Duplex;
  const started = { channel, stdout, stderr, exited, kill: () => killGroup(pid) };
  for (const stream of [channel, stdout, stderr]) stream.on("error", ignoreBrokenPipe);
  keepUntil(exited, started);
  return started;
}

/** Runs a trusted command to its end. */
export async function runToEnd(
  command: ProcessCommand,
  timeoutMs: number,
): Promise<ProcessExit & { stderr: string }> {
  const { execa } = await import("execa");
  const result = await execa(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    extendEnv: false,
    reject: false,
    stdin: "ignore",
    stdout: "ignore",
    maxBuffer: 65_536,
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  const stderr = result.stderr || (result.shortMessage ?? "");
  return { code: result.exitCode ?? null, signal: result.signal ?? null, stderr };
}

function killGroup(pid: number): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, "SIGKILL");
    } catch {
      // Gone already.
    }
  }
}

function keepUntil(exited: Promise<ProcessExit>, started: StartedProcess): void {
  running.add(started);
  exited.then(() => running.delete(started));
  if (isExitHooked) return;
  isExitHooked = true;
  process.once("exit", () => {
    for (const one of running) one.kill();
  });
}

/** A stream of a killed process breaks; its end is noticed by `exited`. */
function ignoreBrokenPipe(): void {}
