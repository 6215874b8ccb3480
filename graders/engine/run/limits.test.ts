import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { GraderFault, type Outcome } from "../../contract";
import { englishSentences } from "../../report/sentences";
import { type LimitName, type Limits, limitNames, parseLimits } from "../../sandbox/limits";
import type { Reasons } from "../../sandbox/report";
import { createSandbox, type Sandbox, type SandboxReport } from "../../sandbox/sandbox";
import { encodeCall } from "../../sandbox/wire";
import { type Compiler, startCompiler } from "../compile/compile";
import { discoverSubmissions, type FoundSubmission } from "../discover/discover";
import { type RunResult, runSubmission } from "./run";

const MEBIBYTE = 1024 * 1024;
const patient = { callMs: 60_000, totalMs: 60_000 };
const leftOut = "left out by this test";
const onlyRlimits = {
  "permission-model": leftOut,
  namespaces: leftOut,
  seccomp: leftOut,
  cgroup: leftOut,
  "uid-drop": leftOut,
};

interface Crossing {
  readonly limits: Readonly<Partial<Record<LimitName, number>>>;
  /** Appended to honest code: a function `cross`, or something that never gets as far. */
  readonly source: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What becomes of calling `cross`, or of loading; nothing where it is not even run. */
  readonly outcome?: Partial<Outcome>;
  /** What the student reads. */
  readonly says: string;
  /** The limits that come before the kernel's own are everyone's; of the others, whether this sandbox has them. */
  readonly isOffered?: (report: SandboxReport) => boolean;
  /** What becomes of honest code that is called afterwards, where it is lost. */
  readonly after?: Outcome["kind"];
}

const noAnswer = (because: string) => ({
  outcome: { kind: "did-not-answer", because } as const,
  says: `For at least one input no answer came: ${because}.`,
});
const outOfMemory = (mebibytes: number) => ({
  outcome: { kind: "out-of-memory", limitBytes: mebibytes * MEBIBYTE } as const,
  says: `For at least one input your function needed more memory than the ${mebibytes} MiB it may use. Does it build something that it could count instead?`,
});
const tooLarge = (limit: string) => ({
  outcome: { kind: "too-large", limit } as const,
  says: limit.endsWith("printed output")
    ? "For at least one input your function printed more than the grader reads. Remove what prints in a loop, such as console.log."
    : "For at least one input your function gave back more than the grader reads: too large, too deeply nested, or too many values. Return only what the question asks for.",
});
const has =
  (layer: SandboxReport["active"][number]) =>
  ({ active }: SandboxReport): boolean =>
    active.includes(layer);
/** The kernel counts processes per user, and root's not at all. */
const countsProcesses = ({ active }: SandboxReport): boolean =>
  active.includes("rlimits") &&
  (active.includes("uid-drop") || (active.includes("namespaces") && process.getuid?.() !== 0));

const floodThreads = `export const cross = () => new Promise(() => {
  process.env.UV_THREADPOOL_SIZE = "200";
  for (let i = 0; i < 200; i += 1) require("crypto").pbkdf2("x", "y", 1e6, 64, "sha512", () => {});
});`;
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

const crossings: readonly (readonly [LimitName, Crossing])[] = [
  [
    "loadMs",
    {
      limits: { loadMs: 1000 },
      source: "for (;;) {}",
      outcome: { kind: "timed-out", limitMs: 1000 },
      says: "The submission takes longer than 1 s to load: top-level code has to come to an end.",
    },
  ],
  [
    "callMs",
    {
      limits: { callMs: 700 },
      source: "export const cross = () => { for (;;) {} };",
      outcome: { kind: "timed-out", limitMs: 700 },
      says: "For at least one input your function took longer than 0.7 s and was stopped. Is there a loop that may never end?",
    },
  ],
  [
    "totalMs",
    {
      limits: { callMs: 60_000, totalMs: 1000 },
      source: "export const cross = () => { for (;;) {} };",
      ...noAnswer("the time for the whole submission, 1 s, was used up"),
      after: "did-not-answer",
    },
  ],
  [
    "processorSeconds",
    {
      limits: { ...patient, processorSeconds: 1 },
      source: "export const cross = () => { for (;;) {} };",
      ...noAnswer("the program used more than 1 s of processor time"),
      isOffered: has("rlimits"),
    },
  ],
  [
    "processorSeconds",
    {
      limits: { ...patient, loadMs: 60_000, processorSeconds: 1 },
      source: "for (;;) {}",
      outcome: { kind: "did-not-answer" },
      says: "The submission does not load: the program used more than 1 s of processor time.",
      isOffered: has("rlimits"),
    },
  ],
  [
    "heapBytes",
    {
      limits: { ...patient, heapBytes: 48 * MEBIBYTE },
      source:
        "export const cross = () => { const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(1.5)); };",
      ...outOfMemory(48),
    },
  ],
  [
    "dataBytes",
    {
      limits: { ...patient, dataBytes: 256 * MEBIBYTE },
      source:
        "export const cross = () => { const all: unknown[] = []; for (;;) all.push(new ArrayBuffer(50_000_000)); };",
      ...outOfMemory(256),
      isOffered: has("rlimits"),
    },
  ],
  [
    "treeBytes",
    {
      limits: { ...patient, treeBytes: 128 * MEBIBYTE },
      source:
        "export const cross = () => { const all: unknown[] = []; for (;;) all.push(Buffer.alloc(10_000_000, 1)); };",
      ...outOfMemory(128),
      isOffered: has("cgroup"),
    },
  ],
  [
    "treeProcesses",
    {
      limits: { ...patient, treeProcesses: 28, processes: 4096 },
      source: floodThreads,
      ...noAnswer("the program started more than 28 processes and threads"),
      isOffered: has("cgroup"),
    },
  ],
  [
    "processes",
    {
      limits: { ...patient, processes: 28, treeProcesses: 4096 },
      source: floodThreads,
      ...noAnswer("the program was aborted, as happens when it starts more than 28 threads"),
      isOffered: countsProcesses,
    },
  ],
  [
    "openFiles",
    {
      limits: { openFiles: 40 },
      source: `export const cross = () => { for (;;) require("fs").openSync(process.argv[1], "r"); };`,
      ...noAnswer("the program opened more than 40 files at once"),
      isOffered: has("rlimits"),
    },
  ],
  [
    "answerBytes",
    {
      limits: { answerBytes: 1024 },
      source: 'export const cross = () => "x".repeat(2000);',
      ...tooLarge("1024 bytes"),
    },
  ],
  [
    "answersBytes",
    {
      limits: { answersBytes: 1024 },
      source: 'export const cross = () => "x".repeat(2000);',
      ...tooLarge("1024 bytes of answers altogether"),
    },
  ],
  [
    "answerDepth",
    {
      limits: { answerDepth: 4 },
      source: "export const cross = () => [[[[[1]]]]];",
      ...tooLarge("4 levels of nesting"),
    },
  ],
  [
    "answerNodes",
    {
      limits: { answerNodes: 100 },
      source: "export const cross = () => new Array(100).fill(0);",
      ...tooLarge("100 values"),
    },
  ],
  [
    "answerStringLength",
    {
      limits: { answerStringLength: 100 },
      source: 'export const cross = () => ["x".repeat(101)];',
      ...tooLarge("100 characters in one string"),
    },
  ],
  [
    "printedBytes",
    {
      limits: { ...patient, printedBytes: 1024 },
      source: 'export const cross = () => { for (;;) console.log("x".repeat(500)); };',
      ...tooLarge("1024 bytes of printed output"),
    },
  ],
  [
    "errorTextLength",
    {
      limits: { errorTextLength: 50 },
      source: 'export const cross = () => { throw new Error("x".repeat(5000)); };',
      outcome: { kind: "threw", message: `Error: ${"x".repeat(43)}` },
      says: "For at least one input your function threw an error, or what you export under this name is no function. Try it with small, large and unusual inputs.",
    },
  ],
  [
    "sourceFileBytes",
    {
      limits: { sourceFileBytes: 1024 },
      source: `// ${"x".repeat(1024)}`,
      says: "submission.ts is larger than 1 KiB.",
    },
  ],
  [
    "sourceFiles",
    {
      limits: { sourceFiles: 1 },
      source: "",
      files: { "lib.ts": "" },
      says: "There are more than 1 .ts files.",
    },
  ],
  [
    "sourceBytes",
    {
      limits: { sourceBytes: 2048 },
      source: "",
      files: { "a.ts": `// ${"a".repeat(1500)}`, "b.ts": `// ${"b".repeat(1500)}` },
      says: "The .ts files together are larger than 2 KiB.",
    },
  ],
  [
    "sourceDepth",
    {
      limits: { sourceDepth: 1 },
      source: "",
      files: { "a/b/c.ts": "" },
      says: "Folders are nested deeper than 1 levels.",
    },
  ],
  [
    "folderEntries",
    {
      limits: { folderEntries: 10 },
      source: "",
      files: Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.txt`, ""])),
      says: "The folder holds more than 10 files and folders.",
    },
  ],
  [
    "sourceNesting",
    {
      limits: { sourceNesting: 50 },
      source: `export const a = ${"[".repeat(51)}${"]".repeat(51)};`,
      says: "submission.ts: more than 50 brackets open at once.",
    },
  ],
  [
    "compileMs",
    {
      limits: { compileMs: 500, sourceFileBytes: 16 * MEBIBYTE, sourceBytes: 32 * MEBIBYTE },
      source: "export type T = 1;\n".repeat(800_000),
      says: "submission.ts: compiling took longer than 0.5 s.",
    },
  ],
  [
    "compileBytes",
    {
      limits: {
        compileBytes: 512 * MEBIBYTE,
        compileMs: 120_000,
        sourceFileBytes: 16 * MEBIBYTE,
        sourceBytes: 32 * MEBIBYTE,
      },
      source: `export const all = [${"{},".repeat(5_200_000)}];`,
      says: "submission.ts: compiling takes more than 512 MiB of memory.",
    },
  ],
  [
    "compiledBytes",
    {
      limits: { compiledBytes: 1024 },
      source: `export const a = "${"x".repeat(2000)}";`,
      says: "submission.ts: too large once compiled.",
    },
  ],
];

/** Met without a verdict, as the grader's own fault, or only where a file can be written; tested apart. */
const others: readonly LimitName[] = ["startMs", "keptOutputBytes", "fileBytes"];

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
  if (found.kind === "refused") return { says: found.refused, outcomes: [] };
  const compiled = await by.compile(found);
  if (!compiled.ok) return { says: compiled.diagnostics, outcomes: [] };
  const calls = [["honest", 1], ["cross"], ["honest", 2]] as const;
  const encoded = calls.map(([name, ...args]) => encodeCall({ export: name, args }));
  const run = await runSubmission(compiled, encoded, sandbox, limits);
  if (run.load.kind === "failed") return { says: run.load.message, outcomes: [run.load.outcome], run };
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
  const sentence = noAnswer("the program wrote more than 4096 bytes into one file");

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
    if (!compiled.ok) throw new Error(compiled.diagnostics);
    return runSubmission(compiled, [], sleepy, limits).finally(() => sandbox.close());
  }

  test("is tried once more", async () => {
    const { load } = await runAfterSleepers(1, 5000);
    expect(load.kind).toBe("loaded");
  });

  test("twice is the grader's fault, and no student's", async () => {
    await expect(runAfterSleepers(2, 100)).rejects.toThrow(
      new GraderFault("a fresh process did not come up (timed-out): "),
    );
  });
});
