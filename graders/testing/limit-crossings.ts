/** For tests: for every limit a small program that crosses it, its verdict, and the sentence that its student reads. */

import type { LimitName } from "../contract/limits";
import type { ExceededLimits, Losses, Message } from "../contract/message";
import type { Outcome } from "../contract/outcome";
import type { SandboxReport } from "../contract/sandbox-report";
import { say } from "./say";

const MEBIBYTE = 1024 * 1024;
const patient = { callMs: 60_000, totalMs: 60_000 };

export interface Crossing {
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

export const noAnswer = (because: Message<keyof Losses>) => ({
  outcome: { kind: "did-not-answer", because } as const,
  says: `For at least one input no answer came: ${say(because)}.`,
});
const outOfMemory = (mebibytes: number) => ({
  outcome: { kind: "out-of-memory", limitBytes: mebibytes * MEBIBYTE } as const,
  says: `For at least one input your function needed more memory than the ${mebibytes} MiB it may use. Does it build something that it could count instead?`,
});
const tooLarge = (limit: Message<keyof ExceededLimits>) => ({
  outcome: { kind: "too-large", limit } as const,
  says:
    limit.code === "printed-bytes"
      ? "For at least one input your function printed more than the grader reads. Remove what prints in a loop, such as console.log."
      : "For at least one input your function gave back more than the grader reads: too large, too deeply nested, or too many values. Return only what the question asks for.",
});
export const has =
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

export const crossings: readonly (readonly [LimitName, Crossing])[] = [
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
      ...noAnswer({ code: "submission-out-of-time", seconds: 1 }),
      after: "did-not-answer",
    },
  ],
  [
    "processorSeconds",
    {
      limits: { ...patient, processorSeconds: 1 },
      source: "export const cross = () => { for (;;) {} };",
      ...noAnswer({ code: "too-much-processor-time", seconds: 1 }),
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
      ...noAnswer({ code: "too-many-processes", count: 28 }),
      isOffered: has("cgroup"),
    },
  ],
  [
    "processes",
    {
      limits: { ...patient, processes: 28, treeProcesses: 4096 },
      source: floodThreads,
      ...noAnswer({ code: "too-many-threads", count: 28 }),
      isOffered: countsProcesses,
    },
  ],
  [
    "openFiles",
    {
      limits: { openFiles: 40 },
      source: `export const cross = () => { for (;;) require("fs").openSync(process.argv[1], "r"); };`,
      ...noAnswer({ code: "too-many-open-files", count: 40 }),
      isOffered: has("rlimits"),
    },
  ],
  [
    "answerBytes",
    {
      limits: { answerBytes: 1024 },
      source: 'export const cross = () => "x".repeat(2000);',
      ...tooLarge({ code: "answer-bytes", bytes: 1024 }),
    },
  ],
  [
    "answersBytes",
    {
      limits: { answersBytes: 1024 },
      source: 'export const cross = () => "x".repeat(2000);',
      ...tooLarge({ code: "all-answers-bytes", bytes: 1024 }),
    },
  ],
  [
    "answerDepth",
    {
      limits: { answerDepth: 4 },
      source: "export const cross = () => [[[[[1]]]]];",
      ...tooLarge({ code: "answer-levels", levels: 4 }),
    },
  ],
  [
    "answerNodes",
    {
      limits: { answerNodes: 100 },
      source: "export const cross = () => new Array(100).fill(0);",
      ...tooLarge({ code: "answer-values", count: 100 }),
    },
  ],
  [
    "answerStringLength",
    {
      limits: { answerStringLength: 100 },
      source: 'export const cross = () => ["x".repeat(101)];',
      ...tooLarge({ code: "answer-string-length", count: 100 }),
    },
  ],
  [
    "printedBytes",
    {
      limits: { ...patient, printedBytes: 1024 },
      source: 'export const cross = () => { for (;;) console.log("x".repeat(500)); };',
      ...tooLarge({ code: "printed-bytes", bytes: 1024 }),
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
      source: 'import "./lib";',
      files: { "lib.ts": "" },
      says: "There are more than 1 .ts files.",
    },
  ],
  [
    "sourceBytes",
    {
      limits: { sourceBytes: 2048 },
      source: 'import "./a"; import "./b";',
      files: { "a.ts": `// ${"a".repeat(1500)}`, "b.ts": `// ${"b".repeat(1500)}` },
      says: "The .ts files together are larger than 2 KiB.",
    },
  ],
  [
    "sourceDepth",
    {
      limits: { sourceDepth: 1 },
      source: 'import "./a/b/c";',
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
