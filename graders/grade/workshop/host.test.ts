import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseLimits } from "../../contract/limits";
import { projectRoot } from "../../testing/project-root";
import { packRun } from "./carry-values";
import { Host } from "./host";
import { seal } from "./protocol";
import { openWorkshop, startWorkshop, type Workshop } from "./workshop";

/** Of the processes that a grader started itself: the one of its workshop. */
function findHosts(grader: number | undefined): readonly number[] {
  const rows = execFileSync("ps", ["-Ao", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
  return rows
    .filter((row) => row.includes("workshop-host"))
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, parent]) => (parent === grader ? [pid] : []));
}

/** Not one that has ended and waits for somebody to take notice. */
function isThere(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("workshop-host");
}

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const assignmentModule = require.resolve("../../testing/stuck-assignment");
const data = {
  assignmentModule,
  seed: "ridgepoint",
  templatesFolder: join(projectRoot, "templates"),
  style: {},
  language: "en",
};

const answering = (value: number) => ({
  written: { sources: [], exported: undefined },
  outcomes: [{ kind: "value" as const, value }],
  exports: [],
});
const giveTo = (workshop: Workshop, value: number) => workshop.judge(answering(value));

describe("the process of the workshop", () => {
  test("ends with a grader that is killed, though its judging never ends", async () => {
    const loader = join(projectRoot, "graders/running/from-source.cjs");
    const script = join(projectRoot, "graders/testing/stuck-workshop.ts");
    const grader: ChildProcess = spawn(process.execPath, ["-r", loader, script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => grader.stdout?.once("data", resolve));
    const [host = 0] = findHosts(grader.pid);
    expect(isThere(host)).toBe(true);
    grader.kill("SIGKILL");
    await waitFor(() => !isThere(host));
  }, 120_000);

  test("hears no interrupt but the grader's; one that is killed costs the job it had, and no other", async () => {
    const limits = parseLimits({ judgeTimeoutMs: 3_000_000 });
    const workshop = openWorkshop(data, { limits, jobs: 2 });
    const judge = (value: number) => giveTo(workshop, value);
    try {
      const right = [{ status: "graded", points: "1" }];
      expect((await judge(15)).questions).toMatchObject(right);
      const [host = 0] = findHosts(process.pid);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.kill(host, signal);
      expect((await judge(15)).questions).toMatchObject(right);
      const stuck = judge(7001).catch((error: Error) => error.message);
      process.kill(host, "SIGKILL");
      expect(await stuck).toBe(
        "judging this submission ended early: its process ended (SIGKILL); grade again, and report it if it happens again",
      );
      expect((await judge(15)).questions).toMatchObject(right);
    } finally {
      await workshop.close();
    }
    expect(findHosts(process.pid)).toEqual([]);
  }, 120_000);

  test("leaves no job without an answer, not even one that comes before it was opened", async () => {
    const host = new Host({ assignmentModule, heapBytes: parseLimits().judgeBytes });
    try {
      const reply = await host.ask(seal({ job: "judge", asks: packRun(answering(15)) }), 60_000);
      expect(reply).toEqual({ kind: "ended", because: "the workshop was not opened" });
    } finally {
      await host.stop();
    }
  });

  test("that was started before the class was known is the one that judges", async () => {
    const limits = parseLimits();
    const started = startWorkshop(assignmentModule, limits);
    const before = findHosts(process.pid);
    expect(before).toHaveLength(1);
    try {
      const workshop = openWorkshop({ ...data, willJudge: true }, { limits, jobs: 2, started });
      expect((await giveTo(workshop, 15)).questions).toMatchObject([{ status: "graded", points: "1" }]);
      expect(findHosts(process.pid)).toEqual(before);
    } finally {
      await started.stop();
    }
    expect(findHosts(process.pid)).toEqual([]);
  }, 120_000);
});
