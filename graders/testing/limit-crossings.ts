/** For tests: for every limit a small program that crosses it, its verdict, and the sentence that its student reads. */

import { mebibyte } from "../../reference/byte-sizes";
import type { LimitName } from "../contract/limits";
import {
  type Crossing,
  countsProcesses,
  flood,
  has,
  hoard,
  noAnswer,
  outOfMemory,
  patient,
  tooLarge,
} from "./limit-crossing";

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
      limits: { ...patient, heapBytes: 48 * mebibyte },
      source: hoard("new Array(100_000).fill(1.5)"),
      ...outOfMemory(48),
    },
  ],
  [
    "dataBytes",
    {
      limits: { ...patient, dataBytes: 256 * mebibyte },
      source: hoard("new ArrayBuffer(50_000_000)"),
      ...outOfMemory(256),
      isOffered: has("rlimits"),
    },
  ],
  [
    "treeBytes",
    {
      limits: { ...patient, treeBytes: 128 * mebibyte },
      source: hoard("Buffer.alloc(10_000_000, 1)"),
      ...outOfMemory(128),
      isOffered: has("cgroup"),
    },
  ],
  ["treeProcesses", flood({ processes: 4096 }, { treeProcesses: 28 }, has("cgroup"))],
  ["processes", flood({ treeProcesses: 4096 }, { processes: 28 }, countsProcesses)],
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
      says: "For at least one input your function threw an error. Try it with small, large and unusual inputs.",
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
      says: "The .ts and .json files together are larger than 2 KiB.",
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
      limits: { compileMs: 500 },
      // Their number counts twice over: a quarter of a megabyte takes many seconds.
      source: `export const all = [${"a=>1,".repeat(50_000)}];`,
      says: "submission.ts: compiling took longer than 0.5 s.",
    },
  ],
  [
    "compileBytes",
    {
      limits: {
        compileBytes: 512 * mebibyte,
        compileMs: 120_000,
        sourceFileBytes: 4 * mebibyte,
      },
      // Nothing takes more memory for a byte.
      source: `export const all = [${"class{},".repeat(400_000)}];`,
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
