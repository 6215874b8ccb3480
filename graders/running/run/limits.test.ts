import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Compiler } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import { type LimitName, type Limits, limitNames, parseLimits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { SandboxReport } from "../../contract/sandbox-report";
import type { FoundSubmission } from "../../contract/submission";
import { encodeCall } from "../../contract/wire";
import { discoverSubmissions } from "../../intake/discover";
import { type Crossing, has, noAnswer } from "../../testing/limit-crossing";
import { crossings } from "../../testing/limit-crossings";
import { say } from "../../testing/say";
import { englishSentences } from "../../wording/sentences";
import { startCompiler } from "../compile/compile";
import type { Reasons } from "../sandbox/report";
import { createSandbox, type Sandbox } from "../sandbox/sandbox";
import { runSubmission } from "./run";
import type { RunResult } from "./run-result";

const leftOut = "left out by this test";
const onlyRlimits = {
  "permission-model": leftOut,
  namespaces: leftOut,
  seccomp: leftOut,
  cgroup: leftOut,
  "uid-drop": leftOut,
};

/** Node ignores the signal; whoever listens and then stops listening gets its default back. */
const restoreSignal =
  'const listen = () => {}; process.on("SIGXFSZ", listen); process.removeListener("SIGXFSZ", listen);\n';
const writeTooMuch = (path: string): string =>
  `export const cross = () => { const fs = require("fs"); for (let i = 0; i < 9; i += 1) fs.appendFileSync(${JSON.stringify(path)}, Buffer.alloc(1000)); return 1; };`;

let folder: string;
let compiler: Compiler;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
  compiler = startCompiler(parseLimits());
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await compiler.close();
});

/** Met without a verdict, as the grader's own fault, or only where a file can be written; tested apart. */
const others: readonly LimitName[] = [
  "startMs",
  "keptOutputBytes",
  "fileBytes",
  // Of an archive, which holds what is crossed here beside it: graders/verify/hostile/archives.ts.
  "archiveEntries",
  // Of taking in what is not small: graders/grade/reading/reading.test.ts.
  "intakeTimeoutMs",
  "intakeBytes",
  // Of judging and page writing: graders/grade/workshop/workshop.test.ts.
  "judgeTimeoutMs",
  "pageTimeoutMs",
  "judgeBytes",
];

const honest = "export const honest = (x: number) => 2 * x;\n";

/** A class of two: one that crosses, and an honest one beside it. */
function writeClass(name: string, { source, files = {} }: Tryable): string {
  const path = mkdtempSync(join(folder, `${name}-`));
  const all = { ...files, "submission.ts": honest + source };
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  for (const [file, text] of Object.entries(all)) write(join("crossing", file), text);
  write("honest/submission.ts", honest);
  return path;
}

type Tryable = Pick<Crossing, "limits" | "source" | "files" | "isOffered">;

interface Came {
  readonly says: string;
  readonly outcomes: readonly Outcome[];
  readonly run?: RunResult;
}

async function takeThrough(
  found: FoundSubmission,
  by: Compiler,
  sandbox: Sandbox,
  limits: Limits,
): Promise<Came> {
  if (found.kind === "refused") return { says: say(found.refused), outcomes: [] };
  if (found.kind === "unread") throw new GraderFault(found.fault);
  const compiled = await by.compile(found);
  if (!compiled.ok) return { says: say(compiled.says), outcomes: [] };
  const calls = [["honest", 1], ["cross"], ["honest", 2]] as const;
  const encoded = calls.map(([name, ...args]) => encodeCall({ export: name, args }));
  const run = await runSubmission(compiled, encoded, { sandbox, limits });
  if (run.load.kind === "failed") return { says: say(run.load.says), outcomes: [run.load.outcome], run };
  const [, crossed] = run.outcomes;
  const says =
    crossed === undefined || crossed.kind === "value" ? "" : englishSentences.findings.failed(crossed);
  return { says, outcomes: run.outcomes, run };
}

interface Tried {
  /** Null where this sandbox does not have the limit: without it, the submission would not come to an end. */
  readonly crossing: Came | null;
  readonly beside: Came;
  readonly report: SandboxReport;
}

async function tryOut(name: string, row: Tryable, without: Reasons = {}): Promise<Tried> {
  const limits = parseLimits(row.limits);
  const { submissions } = await discoverSubmissions(writeClass(name, row), limits);
  const [crossing, beside] = submissions as [FoundSubmission, FoundSubmission];
  const isCompiling = Object.keys(row.limits).some((one) => /^compile|^sourceNesting/.test(one));
  const by = isCompiling ? startCompiler(limits) : compiler;
  const sandbox = await createSandbox("auto", limits, compiler, { without });
  const isOffered = row.isOffered?.(sandbox.report) !== false;
  try {
    return {
      crossing: isOffered ? await takeThrough(crossing, by, sandbox, limits) : null,
      beside: await takeThrough(beside, by, sandbox, limits),
      report: sandbox.report,
    };
  } finally {
    await sandbox.close();
    if (by !== compiler) await by.close();
  }
}

const twice = (x: number) => ({ kind: "value", value: 2 * x });

function expectCrossed(came: Came, { outcome, says, after }: Crossing): void {
  expect(came.says).toBe(says);
  if (outcome === undefined) expect(came.outcomes).toEqual([]);
  else if (came.outcomes.length === 1) expect(came.outcomes[0]).toMatchObject(outcome);
  else {
    const last = after === undefined ? twice(2) : expect.objectContaining({ kind: after });
    expect(came.outcomes).toEqual([twice(1), outcome, last]);
  }
}

test("every limit is crossed by a submission here", () => {
  expect([...new Set([...crossings.map(([name]) => name), ...others])].sort()).toEqual(
    [...limitNames].sort(),
  );
});

test.each(crossings)(
  "past %s a submission gets that limit's verdict and sentence, and the honest one beside it its answers",
  async (name, row) => {
    const { crossing, beside, report } = await tryOut(name, row);
    expect(beside.outcomes).toEqual([twice(1), { kind: "missing-export" }, twice(2)]);
    if (crossing === null) expect(report.level).not.toBe("full");
    else expectCrossed(crossing, row);
  },
  // Filling half a gigabyte takes some Nodes half a minute.
  240_000,
);

describe("past fileBytes, where Node's permission model and the namespaces let a file be written at all", () => {
  const limits = { fileBytes: 4096 };
  const isOffered = has("rlimits");
  const sentence = noAnswer({ code: "file-too-long", bytes: 4096 });

  test.each([
    ["is refused by an error", ""],
    ["ends a program that has made the signal deadly again", restoreSignal],
  ])("a write %s, and the student reads so", async (_, preparation) => {
    const path = join(mkdtempSync(join(folder, "file-")), "written");
    chmodSync(dirname(path), 0o777);
    const row = { limits, source: preparation + writeTooMuch(path), isOffered, ...sentence };
    const { crossing, beside, report } = await tryOut("fileBytes", row, onlyRlimits);
    expect(beside.outcomes).toEqual([twice(1), { kind: "missing-export" }, twice(2)]);
    if (crossing === null) return expect(report.active).toEqual(["process"]);
    expectCrossed(crossing, row);
    expect(statSync(path).size).toBe(limits.fileBytes);
  });
});

test("past keptOutputBytes what is printed is cut, and nobody is blamed", async () => {
  const source = 'export const cross = () => { console.log("x".repeat(5000)); return 1; };';
  const { crossing } = await tryOut("kept", { limits: { keptOutputBytes: 100 }, source });
  expect(crossing?.outcomes).toEqual([twice(1), { kind: "value", value: 1 }, twice(2)]);
  expect(crossing?.run?.stdout).toBe("x".repeat(100));
});

describe("a process that does not come up", () => {
  /** Runs honest code in a sandbox whose first processes only sleep. */
  async function runAfterSleepers(count: number, startMs: number) {
    const limits = parseLimits({ startMs });
    const sandbox = await createSandbox("auto", limits, compiler);
    let sleepers = 0;
    const sleepy: Sandbox = {
      ...sandbox,
      prepareStart: async () => {
        const start = await sandbox.prepareStart();
        if (sleepers++ >= count) return start;
        return { ...start, command: { file: "/bin/sleep", args: ["60"], env: {}, cwd: "/" } };
      },
    };
    const file = { path: "submission.ts", text: honest, bytes: honest.length };
    const compiled = await compiler.compile({ entry: file.path, files: [file] });
    if (!compiled.ok) throw new Error(say(compiled.says));
    return runSubmission(compiled, [], { sandbox: sleepy, limits }).finally(() => sandbox.close());
  }

  test("is tried once more", async () => {
    const { load } = await runAfterSleepers(1, 3000);
    expect(load.kind).toBe("loaded");
  });

  test("twice is the grader's fault, and no student's", async () => {
    await expect(runAfterSleepers(2, 100)).rejects.toThrow(
      new GraderFault("a fresh process did not come up (timed-out): "),
    );
  });
});
