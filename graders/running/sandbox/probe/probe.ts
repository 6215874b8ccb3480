/** Runs attacks of our own inside a set of layers: a layer counts as active only if every one it must stop was stopped. */

import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { mebibyte } from "../../../../reference/byte-sizes";
import type { LayerName } from "../../../contract/sandbox-report";
import { openConfinement } from "../confinement";
import type { Program } from "../layers/layer";
import { frozenFlags, limitHeap, listRuntimeFlags } from "../layers/permission-model";
import { runToEnd } from "../process";
import { openRunFolder, type RunFolder } from "../run-folder";
import type { Tools } from "../tools";
import { type Attempt, type AttemptTargets, attemptProgram, greeting } from "./attempts";

const timeoutMs = 60_000;
const leavingTries = 20;
const leavingPauseMs = 25;

/** Small, so that a limit is met soon; the attack asks for more than each of them. */
const probeLimits = {
  heapBytes: 128 * mebibyte,
  dataBytes: 256 * mebibyte,
  treeBytes: 192 * mebibyte,
  treeProcesses: 64,
};
const askedBytes = 512 * mebibyte;

/** What each layer by itself promises to stop. */
export const promises: Readonly<Record<Exclude<LayerName, "process">, readonly Attempt[]>> = {
  rlimits: ["allocate"],
  "permission-model": ["read", "environ", "memory", "write", "spawn", "worker"],
  namespaces: ["read", "environ", "memory", "write", "signal", "connect", "daemon"],
  seccomp: ["listen", "spawn", "daemon"],
  cgroup: ["allocate"],
  "uid-drop": ["read", "environ", "memory", "write", "signal"],
};

/** Null when all attempts were stopped, else in words what went wrong. */
export type Shortfall = string | null;

/** @param attempts besides allocating, which ends the process, so it is always the last */
export async function probeLayers(
  layers: ReadonlySet<LayerName>,
  attempts: readonly Attempt[],
  tools: Tools,
): Promise<Shortfall> {
  const folder = openRunFolder();
  const listener = await openListener();
  try {
    return await probeInside({ folder, listener }, layers, attempts, tools);
  } catch (error) {
    return (error as Error).message;
  } finally {
    listener.server.close();
    folder.remove();
  }
}

async function probeInside(
  { folder, listener }: { readonly folder: RunFolder; readonly listener: Listener },
  layers: ReadonlySet<LayerName>,
  attempts: readonly Attempt[],
  tools: Tools,
): Promise<Shortfall> {
  const targets = plantTargets(folder, attempts, listener.port);
  const confinement = openConfinement(layers, tools, folder, probeLimits);
  const signals = watchSignals();
  try {
    const start = confinement.confine(writeProgram(folder, targets));
    const { stdout, stderr } = await runToEnd(start.command, timeoutMs);
    await start.release();
    const lines = stdout.split("\n");
    if (lines[0] !== greeting) return `does not start: ${firstLine(stderr)}`;
    const done = attempts.filter((attempt) =>
      attempt === "signal" ? signals.hasSeenOne() : !isStopped(attempt, lines),
    );
    if (listener.hasSeenConnection() && !done.includes("connect")) done.push("connect");
    if (existsSync(targets.outside) && !done.includes("write")) done.push("write");
    const isLeft = await outlives(targets.token);
    const open = isLeft ? done : done.filter((attempt) => attempt !== "daemon");
    return open.length === 0 ? null : `did not stop an attempt to ${open.map(describeAttempt).join(", ")}`;
  } finally {
    signals.stop();
    confinement.close();
  }
}

/** Of the kind that the program sends, which does nothing to a process that runs. */
function watchSignals(): { hasSeenOne(): boolean; stop(): void } {
  let count = 0;
  const see = (): void => {
    count += 1;
  };
  process.on("SIGCONT", see);
  return { hasSeenOne: () => count > 0, stop: () => process.removeListener("SIGCONT", see) };
}

/** Asking for memory may end the process before it can say so; everything else has to be reported as stopped. */
function isStopped(attempt: Attempt, lines: readonly string[]): boolean {
  return attempt === "allocate" ? !lines.includes("allocate done") : lines.includes(`${attempt} stopped`);
}

function plantTargets(folder: RunFolder, attempts: readonly Attempt[], port: number): AttemptTargets {
  const canary = join(folder.path, "canary");
  writeFileSync(canary, "canary", { mode: 0o600 });
  return {
    attempts: [...attempts].sort((a, b) => Number(a === "allocate") - Number(b === "allocate")),
    canary,
    outside: join(folder.path, "written"),
    parentPid: process.pid,
    port,
    token: `ridgepoint-probe-${randomBytes(8).toString("hex")}`,
    bytes: askedBytes,
  };
}

function writeProgram(folder: RunFolder, targets: AttemptTargets): Program {
  const path = join(folder.path, "attempts.cjs");
  writeFileSync(path, attemptProgram, { mode: 0o644 });
  const args = [...listRuntimeFlags(), frozenFlags, limitHeap(probeLimits), path, JSON.stringify(targets)];
  const { dataBytes } = probeLimits;
  return {
    command: { file: process.execPath, args, env: { PATH: "/nonexistent" }, cwd: folder.path },
    readable: [path],
    resources: { processorSeconds: 60, dataBytes, fileBytes: mebibyte, openFiles: 128, processes: 32 },
  };
}

interface Listener {
  readonly server: Server;
  readonly port: number;
  hasSeenConnection(): boolean;
}

function openListener(): Promise<Listener> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve({ server, port, hasSeenConnection: () => connections > 0 });
    });
  });
}

/** True when a process is left, known by a random word of its command line; it is ended then. */
async function outlives(token: string): Promise<boolean> {
  for (let tries = 0; tries < leavingTries && findProcesses(token).length > 0; tries += 1) {
    // A namespace that ends takes its processes along, but not in the same instant.
    await new Promise((resolve) => setTimeout(resolve, leavingPauseMs));
  }
  const left = findProcesses(token);
  for (const pid of left) process.kill(pid, "SIGKILL");
  return left.length > 0;
}

function findProcesses(token: string): readonly number[] {
  return listPids()
    .filter((pid) => readCommandLine(pid).includes(token))
    .map(Number);
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

function listPids(): readonly string[] {
  return existsSync("/proc") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
}

function describeAttempt(attempt: Attempt): string {
  const words: Readonly<Record<Attempt, string>> = {
    read: "read a private file",
    environ: "read the grader's environment",
    memory: "open the grader's memory",
    write: "write a file",
    signal: "signal the grader",
    spawn: "start a program",
    worker: "start a worker thread",
    connect: "open a connection",
    listen: "open a port",
    daemon: "leave a process behind",
    allocate: "take more memory than allowed",
  };
  return words[attempt];
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] || "it ended without a word";
}
