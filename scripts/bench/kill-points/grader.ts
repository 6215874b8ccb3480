/** A grader in a process group of its own, as `npm run grade` starts it, to be killed, stopped and gone on with. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { projectRoot } from "../../project";
import type { WorkClass } from "./work-class";

export interface GraderSetting {
  readonly work: WorkClass;
  /** Where transpiled sources are kept from one start to the next. */
  readonly jobs: number;
}

export interface GraderOrder {
  readonly out: string;
  readonly seed: string;
  /** Of any file; the system refuses what goes over it. None when left out. */
  readonly mostFileBytes?: number;
}

export interface GraderEnd {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** Everything printed. */
  readonly printed: string;
}

export interface StartedGrader {
  readonly ended: Promise<GraderEnd>;
  isRunning(): boolean;
  /** Submissions that the grader has said to be finished. */
  listFinished(): readonly string[];
  /** To the whole group. */
  kill(): void;
  /** To the grader alone, whose children go on. */
  suspend(): void;
  goOn(): void;
}

const hook = join(projectRoot, "graders", "running", "from-source.cjs");
const limitBlockBytes = 1024;

export function startGrader(setting: GraderSetting, order: GraderOrder): StartedGrader {
  const { work, jobs } = setting;
  const { out, seed, mostFileBytes } = order;
  const flags = ["--out", out, "--seed", seed, "--roster", work.rosterPath, "--jobs", String(jobs)];
  const command = [
    process.execPath,
    "-r",
    hook,
    join(projectRoot, "scripts", "grade.ts"),
    work.path,
    ...flags,
  ];
  const limited = ["bash", "-c", 'ulimit -S -f "$0" && exec "$@"'];
  const [file = "", ...args] =
    mostFileBytes === undefined
      ? command
      : [...limited, String(Math.floor(mostFileBytes / limitBlockBytes)), ...command];
  const child = spawn(file, args, {
    cwd: projectRoot,
    detached: true,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return watch(child);
}

function watch(child: ChildProcessByStdio<null, Readable, Readable>): StartedGrader {
  const pid = child.pid as number;
  let printed = "";
  let isRunning = true;
  const keep = (chunk: Buffer): void => {
    printed += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.once("exit", () => {
    isRunning = false;
  });
  const ended = new Promise<GraderEnd>((resolve) => {
    child.once("close", (code) => resolve({ code, printed }));
  });
  const signal = (target: number, name: NodeJS.Signals): void => {
    if (isRunning) process.kill(target, name);
  };
  return {
    ended,
    isRunning: () => isRunning,
    listFinished: () => [...printed.matchAll(/^\[\d+\/\d+\] (\S+): /gm)].map(([, id]) => id as string),
    kill: () => signal(-pid, "SIGKILL"),
    suspend: () => signal(pid, "SIGSTOP"),
    goOn: () => signal(pid, "SIGCONT"),
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
