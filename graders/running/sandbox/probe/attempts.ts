/**
 * The program that a probe runs inside a layer: it tries what the layer must stop and prints what came of it, a line
 * each. It is our own, so it is believed; plain JavaScript as text, since it runs before anything can be compiled.
 */

export type Attempt =
  | "read"
  | "environ"
  | "memory"
  | "write"
  | "signal"
  | "spawn"
  | "worker"
  | "connect"
  | "listen"
  | "daemon"
  | "allocate";

/** What the program is told, as JSON in its last argument. */
export interface AttemptTargets {
  readonly attempts: readonly Attempt[];
  /** A file that only its owner may read. */
  readonly canary: string;
  /** A file that does not exist yet. */
  readonly outside: string;
  readonly parentPid: number;
  readonly port: number;
  /** Words by which a process that stays is recognised. */
  readonly token: string;
  readonly bytes: number;
}

/** First line of a program that came up. */
export const greeting = "up";

export const attemptProgram = `"use strict";
const fs = require("node:fs");
const net = require("node:net");
const { spawn, spawnSync } = require("node:child_process");
const targets = JSON.parse(process.argv[process.argv.length - 1]);

const settle = (emitter, event) => new Promise((resolve, reject) => {
  emitter.once(event, () => resolve(true));
  emitter.once("error", reject);
});

const attempts = {
  read: () => fs.readFileSync(targets.canary, "utf8") !== "",
  environ: () => fs.readFileSync("/proc/" + targets.parentPid + "/environ") && true,
  memory: () => fs.openSync("/proc/" + targets.parentPid + "/mem", "r") > 0,
  write: () => { fs.writeFileSync(targets.outside, "x"); return true; },
  // Inside, the number may be a process or a thread of its own: whether it arrives is for the grader to say.
  signal: () => process.kill(targets.parentPid, "SIGCONT"),
  spawn: () => {
    const { error, status } = spawnSync(process.execPath, ["-e", "0"]);
    if (error) throw error;
    return status === 0;
  },
  worker: () => settle(new (require("node:worker_threads").Worker)("", { eval: true }), "exit"),
  connect: () => settle(net.connect(targets.port, "127.0.0.1"), "connect"),
  listen: () => settle(net.createServer().listen(0, "127.0.0.1"), "listening"),
  daemon: () => {
    const wait = "setTimeout(() => {}, 60_000)";
    const child = spawn(process.execPath, ["-e", wait, targets.token], { detached: true, stdio: "ignore" });
    child.unref();
    return child.pid === undefined ? settle(child, "spawn") : true;
  },
  allocate: () => {
    const kept = [];
    for (let bytes = 0; bytes < targets.bytes; bytes += 1 << 24) kept.push(Buffer.alloc(1 << 24, 1));
    return kept.length > 0;
  },
};

const say = (line) => fs.writeSync(1, line + "\\n");
(async () => {
  say("${greeting}");
  for (const name of targets.attempts) {
    let came;
    try {
      came = (await attempts[name]()) ? "done" : "stopped";
    } catch (error) {
      came = "stopped";
    }
    say(name + " " + came);
  }
  process.exit(0);
})();
`;
