/**
 * Where neither a namespace, a control group nor a user id ends everything that a submission started, what is left
 * is known by its environment: every start has a HOME of its own, which no other process of this machine has.
 */
import { readdirSync, readFileSync } from "node:fs";

const tries = 100;
const pauseMs = 5;

export class Survivors {
  private starts = 0;

  /** @param folder of the run; the homes are names inside it, and none of them exists */
  constructor(private readonly folder: string) {}

  nextHome(): string {
    this.starts += 1;
    return `${this.folder}/home-${this.starts}`;
  }

  /** Kills what still runs with this home, until nothing does. */
  async end(home: string): Promise<void> {
    for (let i = 0; i < tries && killByHome(`HOME=${home}\0`) > 0; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** @param mark as it stands in an environment; ends with what cannot go on: "\0", or "/" for all of a folder */
export function killByHome(mark: string): number {
  let count = 0;
  for (const pid of listPids()) {
    if (!readEnvironment(pid).includes(`\0${mark}`)) continue;
    try {
      process.kill(Number(pid), "SIGKILL");
      count += 1;
    } catch {
      // Gone already, or not ours to kill.
    }
  }
  return count;
}

function listPids(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Empty for a process that is gone, a zombie, or another user's. */
function readEnvironment(pid: string): string {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`;
  } catch {
    return "";
  }
}
