import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addPoints } from "../graders/contract/points";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { copyProject } from "../graders/testing/copy-project";
import { runVerb } from "../graders/testing/run-verb";
import type { TemporaryFolder } from "../graders/testing/temporary-folder";

let project: TemporaryFolder;

beforeEach(async () => {
  project = await copyProject();
}, 60_000);

afterEach(() => project.remove());

/** Runs a program of an installed package in the copy; resolves to what it printed, and whether it succeeded. */
const runTool = (path: string, ...args: string[]) =>
  new Promise<{ readonly ok: boolean; readonly printed: string }>((resolve) => {
    const start = ["--experimental-vm-modules", join("node_modules", path), ...args];
    execFile(process.execPath, start, { cwd: project.path }, (error, stdout, stderr) => {
      resolve({ ok: error === null, printed: stdout + stderr });
    });
  });

const gradeFullMarks = async () => {
  const sample = join("submissions", "sample-full-marks");
  const { code, stdout, stderr } = await runVerb("grade", [sample, "--json"], project.path);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
};

/** One that others carry errors forward from: the hardest to miss. */
const removed = "prelu";

test("a deleted question's folder and its catalogue line leave a working grader of the others", async () => {
  const catalogue = join(project.path, "graders", "questions", "catalogue.ts");
  await rm(join(project.path, "graders", "questions", removed), { recursive: true });
  await writeFile(catalogue, (await readFile(catalogue, "utf8")).replace(`  "${removed}",\n`, ""));

  expect(await runTool("typescript/bin/tsc")).toEqual({ ok: true, printed: "" });
  const scores = await gradeFullMarks();
  const left = assignment.questions.filter((question) => question.id !== removed);
  const worth = addPoints(left.filter((one) => one.isBonus !== true).map((one) => one.points));
  expect(scores.assignment.maxPoints).toBe(worth);
  expect(scores.submissions[0].score.points).toBe(worth);
  const { ok, printed } = await runTool("jest/bin/jest.js", "graders/questions/model-flops");
  expect([ok, printed]).toEqual([true, expect.stringContaining("Tests:")]);
}, 240_000);

test("a new question is a skeleton that works and passes its tests", async () => {
  const made = await runVerb(
    "new-question",
    ["layer-norm", "--export", "layerNormFlops", "--points", "1.5"],
    project.path,
  );
  expect([made.code, made.stderr]).toEqual([0, ""]);
  expect(await runTool("typescript/bin/tsc")).toEqual({ ok: true, printed: "" });
  const { ok, printed } = await runTool("jest/bin/jest.js", "graders/questions/layer-norm");
  expect([ok, printed]).toEqual([true, expect.stringContaining("2 passed")]);
  const scores = await gradeFullMarks();
  expect(scores.submissions[0].questions.at(-1)).toMatchObject({
    id: "layer-norm",
    maxPoints: "1.5",
    points: "0",
  });
  const again = await runVerb("new-question", ["layer-norm", "--export", "f"], project.path);
  expect([again.code, again.stderr]).toEqual([1, 'error: there is a question "layer-norm" already\n']);
}, 240_000);
