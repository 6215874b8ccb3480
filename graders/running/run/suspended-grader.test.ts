import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { type StartedProcess, startProcess } from "../sandbox/process";

const script = join(projectRoot, "graders/testing/slow-grader.ts");
/** Longer than any call may take there. */
const standstillMs = 3500;

interface Grading {
  readonly grader: StartedProcess;
  readonly kinds: Promise<readonly string[]>;
}

/** Starts a grader and waits until a submission is being asked. */
async function startGrading(): Promise<Grading> {
  const grader = await startProcess({
    file: process.execPath,
    args: ["-r", join(projectRoot, "graders", "running", "from-source.cjs"), script],
    env: { PATH: "/usr/bin:/bin", HOME: process.env.HOME ?? "/nonexistent" },
    cwd: dirname(script),
  });
  let printed = "";
  let hear: () => void = () => {};
  const asking = new Promise<void>((resolve, reject) => {
    hear = resolve;
    grader.exited.then(() => reject(new Error("the grader ended by itself")));
  });
  grader.stdout.on("data", (chunk: Buffer) => {
    printed += chunk;
    if (printed.startsWith("asking")) hear();
  });
  const ended = new Promise((resolve) => grader.stdout.once("close", resolve));
  const kinds = ended.then(() => JSON.parse(printed.split("\n")[1] ?? "null") as readonly string[]);
  await asking;
  return { grader, kinds };
}

/** The process and all that descend from it. */
function listTree(pid: number): readonly number[] {
  const rows = execFileSync("ps", ["-Ao", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree) {
    for (const [child, itsParent] of pairs) if (child !== undefined && itsParent === parent) tree.push(child);
  }
  return tree;
}

function signal(pids: readonly number[], name: "SIGSTOP" | "SIGCONT"): void {
  for (const pid of pids) process.kill(pid, name);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What came of all calls, when the chosen processes are stopped for a while in the middle of them. */
async function gradeSuspended(choose: (pid: number) => readonly number[]): Promise<readonly string[]> {
  const { grader, kinds } = await startGrading();
  await pause(700);
  const chosen = choose(grader.pid);
  signal(chosen, "SIGSTOP");
  await pause(standstillMs);
  signal(chosen, "SIGCONT");
  return kinds;
}

const allAnswered = Array.from({ length: 40 }, () => "value");

describe("a grader that is suspended in the middle of a submission for longer than a call may take", () => {
  // Both mostly wait.
  let came: readonly (readonly string[])[];
  beforeAll(async () => {
    came = await Promise.all([gradeSuspended((pid) => [pid]), gradeSuspended(listTree)]);
  }, 120_000);

  test("costs the student nothing", () => {
    expect(came[0]).toEqual(allAnswered);
  });

  test("costs nothing either when the submission's processes are stopped with it", () => {
    expect(came[1]).toEqual(allAnswered);
  });
});
