/** Starts and ends processes; the one doorway to execa. What is said on their streams is other files' business. */
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Duplex, Readable } from "node:stream";
import { GraderFault } from "../../contract/faults";
import { readProcessorMs } from "./processor-time";

/** How to start one process. Nothing of the parent's environment is inherited. */
export interface ProcessCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** A file that the process finds opened for reading as descriptor 4. */
  readonly inputPath?: string;
  /** Bubblewrap, asked to tell on descriptor 5 which process it is the parent of. */
  readonly tellsInner?: true;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface StartedProcess {
  readonly pid: number;
  /** Descriptor 3 of the process, both ways. */
  readonly channel: Duplex;
  /** Descriptor 6: a byte for each time that something on the channel is to be read. */
  readonly bell: Duplex;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the process is gone, whoever still holds its streams. */
  readonly exited: Promise<ProcessExit>;
  /** Of what runs in it, not of what confines it; null once it is gone. */
  readProcessorMs(): number | null;
  /** SIGKILL, at once: a gentler signal can be ignored. Nothing once it is gone, and what it left behind with it. */
  kill(): void;
}

/** Killed with the grader, also when it ends by an uncaught error. */
const running = new Set<StartedProcess>();
let isExitHooked = false;

const keptCharacters = 65_536;
/** How long the streams of an ended process are read on: a daemon may hold them open for ever. */
const drainMs = 250;

/** @throws GraderFault when the process cannot be started */
export async function startProcess(command: ProcessCommand): Promise<StartedProcess> {
  // execa comes as an ES module only; a real import() is how CommonJS loads one.
  const { execa } = await import("execa");
  // Opened afresh for every process: a shared one would stand at its end after the first.
  const input = command.inputPath === undefined ? null : openInput(command.inputPath);
  const subprocess = execa(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    extendEnv: false,
    detached: true,
    reject: false,
    // Streams are read here, under own limits; execa would keep all of it.
    buffer: false,
    stripFinalNewline: false,
    stdio: listStreams(input, command.tellsInner === true),
  });
  if (input !== null) closeSync(input);
  const { pid, stdout, stderr } = subprocess;
  if (pid === undefined) {
    const { shortMessage } = await subprocess;
    throw new GraderFault(`could not start ${command.file}: ${shortMessage}`);
  }
  const exited = hearExit(subprocess, pid);
  // Descriptors above 2 are sockets, both ways, although execa's types promise reading only.
  const [, , , channel, , told, bell] = subprocess.stdio as readonly unknown[] as Descriptors;
  const findInner = told === null ? () => 0 : hearInner(told, exited);
  const kill = told === null ? () => killGroup(pid) : () => killInnerFirst(findInner(), pid, exited);
  const started: StartedProcess = {
    pid,
    channel,
    bell,
    stdout,
    stderr,
    exited,
    kill: () => {
      if (running.has(started)) kill();
    },
    readProcessorMs: () => readProcessorMs(findInner() || pid),
  };
  for (const stream of [channel, bell, stdout, stderr]) stream.on("error", ignoreBrokenPipe);
  keepUntil(exited, started);
  return started;
}

/** Ends what it left in its group at the last moment at which its number is surely nobody else's. */
function hearExit(subprocess: Pick<ChildProcess, "once">, pid: number): Promise<ProcessExit> {
  return new Promise((resolve) => {
    subprocess.once("exit", (code, signal) => {
      killOne(-pid);
      resolve({ code, signal });
    });
  });
}

/** Node takes an open descriptor at every place; execa's types know that for the first three only. */
function listStreams(input: number | null, tellsInner: boolean): Streams {
  const inner = tellsInner ? "pipe" : "ignore";
  const streams = ["ignore", "pipe", "pipe", "pipe", input ?? "ignore", inner, "pipe"];
  return streams as unknown as Streams;
}

type Streams = ["ignore", "pipe", "pipe", "pipe", "ignore", "pipe", "pipe"];

/** What execa makes of them; its types know the first five alone. */
type Descriptors = readonly [null, Readable, Readable, Duplex, null, Readable | null, Duplex];

/**
 * Which process bubblewrap started; 0 before it said so, and after its end.
 *
 * @param told bubblewrap's word on it, which comes before that process does anything
 */
function hearInner(told: Readable, exited: Promise<unknown>): () => number {
  let text = "";
  let hasExited = false;
  told.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  told.on("error", ignoreBrokenPipe);
  exited.then(() => {
    hasExited = true;
    told.destroy();
  });
  return () => (hasExited ? 0 : Number(/"child-pid": (\d+)/.exec(text)?.[1] ?? 0));
}

/**
 * Kills what bubblewrap started before bubblewrap itself, so that this reaps it. Otherwise that is left to the
 * system's first process, and where it is one that reaps nobody, every submission leaves a dead process of its user
 * behind until no more can be started.
 */
function killInnerFirst(inner: number, pid: number, exited: Promise<unknown>): void {
  if (inner === 0 || !killOne(inner)) {
    killGroup(pid);
    return;
  }
  const killing = setTimeout(() => killGroup(pid), drainMs).unref();
  exited.then(() => clearTimeout(killing));
}

export interface ShortRun extends ProcessExit {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a trusted, short command to its end, or ends it. What it prints is kept up to 64 KiB per stream. */
export async function runToEnd(command: ProcessCommand, timeoutMs: number): Promise<ShortRun> {
  const started = await startProcess(command);
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    started[name].on("data", (chunk: Buffer) => {
      printed[name] = (printed[name] + chunk).slice(0, keptCharacters);
    });
  }
  const closed = Promise.all(
    [started.stdout, started.stderr].map((stream) => new Promise((resolve) => stream.once("close", resolve))),
  );
  const timer = setTimeout(started.kill, timeoutMs);
  const exit = await started.exited;
  clearTimeout(timer);
  let grace: NodeJS.Timeout | undefined;
  await Promise.race([closed, new Promise((resolve) => (grace = setTimeout(resolve, drainMs)))]);
  clearTimeout(grace);
  for (const stream of [started.channel, started.bell, started.stdout, started.stderr]) stream.destroy();
  return { ...exit, ...printed };
}

function openInput(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new GraderFault(`could not open ${path}, which belongs to the sandbox`, { cause: error });
  }
}

function killGroup(pid: number): void {
  for (const target of [-pid, pid]) killOne(target);
}

/** False where it is gone already. */
function killOne(target: number): boolean {
  try {
    return process.kill(target, "SIGKILL");
  } catch {
    return false;
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
