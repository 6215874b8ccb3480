/** What an attack may aim at, planted for it alone: a private file, an open port, a socket, and words to be known by. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Handed to the attack as its argument: a hostile submission is told what a clever one would guess. */
export interface Targets {
  readonly pid: number;
  readonly port: number;
  readonly project: string;
  readonly folder: string;
  readonly canary: string;
  readonly outside: string;
  readonly socket: string;
  readonly token: string;
}

export interface Planted {
  readonly targets: Targets;
  /** What the canary says: seen in an answer, it was read. */
  readonly secret: string;
  /** What the attack did that can be seen from outside, in words; empty when it did nothing. */
  findEffects(): Promise<readonly string[]>;
  remove(): void;
}

const leavingTries = 20;
const leavingPauseMs = 25;
const project = dirname(dirname(dirname(__dirname)));

export async function plantTargets(): Promise<Planted> {
  const token = `rp${randomBytes(8).toString("hex")}`;
  const secret = `canary${randomBytes(8).toString("hex")}`;
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-hostile-"));
  chmodSync(folder, 0o755);
  const canary = join(folder, "canary");
  writeFileSync(canary, secret, { mode: 0o600 });
  const tcp = await listen();
  const local = await listen(join(folder, "socket"));
  const { port } = tcp.server.address() as { port: number };
  const outside = join(folder, "outside");
  const targets = {
    pid: process.pid,
    port,
    project,
    folder,
    canary,
    outside,
    socket: join(folder, "socket"),
    token,
  };
  return {
    targets,
    secret,
    findEffects: async () => [
      ...(tcp.count() > 0 ? ["a connection was seen"] : []),
      ...(local.count() > 0 ? ["a connection to a socket was seen"] : []),
      ...(readIfThere(canary) === secret ? [] : ["a private file was changed"]),
      ...readdirSync(folder)
        .filter((name) => !["canary", "socket"].includes(name))
        .map((name) => `${name} was written`),
      ...[tmpdir(), "/dev/shm"]
        .filter((one) => existsSync(join(one, token)))
        .map((one) => `a file in ${one}`),
      ...((await outlives(token)) ? ["a process was left"] : []),
    ],
    remove: () => {
      tcp.server.close();
      local.server.close();
      for (const one of [tmpdir(), "/dev/shm"]) rmSync(join(one, token), { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Counted {
  readonly server: Server;
  count(): number;
}

function listen(path?: string): Promise<Counted> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    const done = (): void => resolve({ server, count: () => connections });
    server.once("error", reject);
    if (path === undefined) server.listen(0, "127.0.0.1", done);
    else server.listen(path, done);
  });
}

/** True when a process with the token in its command line is still there after half a second; it is ended then. */
async function outlives(token: string): Promise<boolean> {
  for (let tries = 0; tries < leavingTries && findProcesses(token).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, leavingPauseMs));
  }
  const left = findProcesses(token);
  for (const pid of left) process.kill(pid, "SIGKILL");
  return left.length > 0;
}

function findProcesses(token: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && readIfThere(`/proc/${name}/cmdline`).includes(token))
    .map(Number);
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
