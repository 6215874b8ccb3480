import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { acceptedVersion } from "../graders/contract/accepted-option";
import { appendAcceptances } from "../graders/records/accepted-file";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade as gradeVerb } from "./grade";
import { merge as mergeVerb } from "./merge";
import { concludeCommand } from "./terminal/command-line";
import { worker as workerVerb } from "./worker";

let folder: TemporaryFolder;
const at = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => folder.remove());

const merge = (...args: readonly string[]) => runHere((argv) => concludeCommand(() => mergeVerb(argv)), args);
const grade = (...args: readonly string[]) =>
  runHere((argv) => concludeCommand((signal) => gradeVerb(signal, argv)), args);
const worker = (...args: readonly string[]) =>
  runHere((argv) => concludeCommand((signal) => workerVerb(signal, argv)), args);

test.each([
  ["no outputs", ["--out", "whole"], "missing required argument"],
  ["no folder for the whole", ["out-1"], "--out"],
  ["an output that is not there", ["/nowhere/out-1", "--out", "whole"], "/nowhere/out-1"],
])("%s is one line and exit code 1", async (_, args, names) => {
  const { code, stdout, stderr } = await merge(...args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(names);
});

test("two shards are graded and merged, and what is missing is exit code 1, or 2 with --partial", async () => {
  await mkdir(at("class"));
  for (const id of ["ann", "cy"])
    await writeFile(join(at("class"), `${id}.ts`), "export const padding = 1;\n");
  await mkdir(at("out-2"));
  await writeFile(join(at("out-2"), "seed.key"), `${"5".repeat(64)}\n`);
  await cp(at("out-2"), at("out-1"), { recursive: true });
  for (const k of [1, 2]) {
    const { code } = await grade(at("class"), "--shard", `${k}/2`, "--out", at(`out-${k}`));
    expect(code).toBe(0);
  }
  const alone = await merge(at("out-1"), "--out", at("whole"));
  expect(alone.code).toBe(1);
  expect(alone.stderr).toMatch(/^error: \d of 2 submissions are missing: no output of --shard 2\/2 .*\n$/);
  expect((await merge(at("out-1"), "--partial", "--out", at("whole"))).code).toBe(2);
  const whole = await merge(at("out-1"), at("out-2"), "--out", at("whole"));
  expect([whole.code, whole.stderr]).toEqual([0, ""]);
  const { submissions } = JSON.parse(await readFile(join(at("whole"), "scores.json"), "utf8"));
  expect(submissions.map((one: { id: string }) => one.id)).toEqual(["ann.ts", "cy.ts"]);
}, 120_000);

test.each([
  ["a part", grade, ["--shard", "1/2"]],
  ["what is put into a queue", worker, ["--enqueue", "--queue", "redis://127.0.0.1:1"]],
  ["what is taken from a queue", worker, ["--queue", "redis://127.0.0.1:1"]],
])(
  "%s that accepts more than the rubric is refused before anything is graded: none would be merged",
  async (_, verb, flags) => {
    const [path, out] = [at("one.ts"), at("accepting")];
    await writeFile(path, "export const padding = 1;\n");
    const line = {
      schemaVersion: acceptedVersion,
      kind: "accept",
      id: "00000001",
      question: "softmax",
      part: "softmax",
      shape: { kind: "factor", factor: "2" },
      credit: "0.9",
      says: "Right: twice.",
      by: "AB",
      at: "2026-01-01T00:00:00.000Z",
      why: "it is",
    } as const;
    await appendAcceptances(out, [line]);
    const { code, stderr } = await verb(path, ...flags, "--seed", "ridgepoint", "--out", out);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`${out}: accepts 00000001 besides the rubric`),
    ]);
    expect(await readdir(out)).toEqual(["staff"]);
    await rm(out, { recursive: true });
  },
);
