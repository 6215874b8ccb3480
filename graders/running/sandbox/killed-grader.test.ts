import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { describeWith } from "../../testing/stand-aside";
import { probeMachine } from "./probe/machine";
import { startProcess } from "./process";
import { openRunFolder } from "./run-folder";
import { sweepDeadRuns } from "./sweep";

const script = join(projectRoot, "graders/testing/spinning-grader.ts");

/** Starts a grader, waits until its submission spins, and kills it alone, as the kernel would. */
async function killGrader(...args: readonly string[]): Promise<string> {
  const grader = await startProcess({
    file: process.execPath,
    args: ["-r", join(projectRoot, "graders", "running", "from-source.cjs"), script, ...args],
    env: { PATH: "/usr/bin:/bin", HOME: process.env.HOME ?? "/nonexistent" },
    cwd: dirname(script),
  });
  const folder = await new Promise<string>((resolve, reject) => {
    grader.stdout.once("data", (chunk: Buffer) => resolve(String(chunk).trim()));
    grader.exited.then(() => reject(new Error("the grader ended by itself")));
  });
  expect(findProcesses(folder)).not.toEqual([]);
  process.kill(grader.pid, "SIGKILL");
  await grader.exited;
  return folder;
}

function findProcesses(folder: string): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "latin1").includes(folder);
    } catch {
      return false;
    }
  });
}

async function waitUntilGone(folder: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 100 && findProcesses(folder).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return findProcesses(folder);
}

describe("a grader that is killed in the middle of a submission", () => {
  describeWith("bwrap", "where there are namespaces", () => {
    test("leaves no process", async () => {
      const { tools, reasons } = await probeMachine();
      const folder = await killGrader();
      // Installed, and yet the kernel may refuse.
      if (reasons.namespaces === undefined) expect(await waitUntilGone(folder)).toEqual([]);
      await sweepDeadRuns(tools);
    }, 120_000);
  });

  test("leaves its files to the next start", async () => {
    const { tools } = await probeMachine();
    const folder = await killGrader();
    await sweepDeadRuns(tools);
    expect(existsSync(folder)).toBe(false);
    expect(await waitUntilGone(folder)).toEqual([]);
  }, 120_000);

  test("without them, what still runs is ended by the next start too", async () => {
    const { tools } = await probeMachine();
    const folder = await killGrader("bare");
    await sweepDeadRuns(tools);
    expect(await waitUntilGone(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  }, 120_000);

  test("a sweep leaves alone what belongs to a run that lives", async () => {
    const { tools } = await probeMachine();

    const own = openRunFolder();
    await sweepDeadRuns(tools);
    expect(existsSync(own.path)).toBe(true);
    own.remove();
  });
});
