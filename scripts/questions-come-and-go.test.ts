import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addPoints } from "../graders/contract/points";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { findTypeErrors } from "../graders/testing/changed-types";
import { copyProject } from "../graders/testing/copy-project";
import { runVerb, type VerbResult } from "../graders/testing/run-verb";
import type { TemporaryFolder } from "../graders/testing/temporary-folder";

let project: TemporaryFolder;
let made: VerbResult;
let tested: ToolResult;

/** One that others carry errors forward from: the hardest to miss. */
const removed = "prelu";

// One goes and one comes in the same copy: types, grades and tests of the others are looked at once for both.
beforeAll(async () => {
  project = await copyProject();
  const catalogue = join(project.path, "graders", "questions", "catalogue.ts");
  await rm(join(project.path, "graders", "questions", removed), { recursive: true });
  await writeFile(catalogue, (await readFile(catalogue, "utf8")).replace(`  "${removed}",\n`, ""));
  made = await makeQuestion("layer-norm", "--export", "layerNormFlops", "--points", "1.5");
  const folders = ["model-flops", "layer-norm"].map((id) => `graders/questions/${id}`);
  tested = await runTool("jest/bin/jest.js", "--runInBand", ...folders, "scripts/new-question/due-steps");
}, 240_000);

afterAll(() => project.remove());

const makeQuestion = (...args: string[]) => runVerb("new-question", args, project.path);

interface ToolResult {
  readonly ok: boolean;
  readonly printed: string;
}

/** Runs a program of an installed package in the copy; resolves to what it printed, and whether it succeeded. */
const runTool = (path: string, ...args: string[]) =>
  new Promise<ToolResult>((resolve) => {
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

test("a deleted question's folder and its catalogue line, and a new question's skeleton, leave types that fit", async () => {
  expect([made.code, made.stderr]).toEqual([0, ""]);
  expect(findTypeErrors(project.path, ["graders/questions/layer-norm"])).toEqual([]);
}, 240_000);

test("the skeleton and its catalogue line pass the project's own formatter and linter", async () => {
  const { ok, printed } = await runTool("@biomejs/biome/bin/biome", "check", "graders/questions");
  expect([ok, printed]).toEqual([true, expect.stringContaining("No fixes applied")]);
}, 60_000);

test("they leave a working grader of the others, and of the new one", async () => {
  const scores = await gradeFullMarks();
  const left = assignment.questions.filter((question) => question.id !== removed);
  const worth = addPoints(left.filter((one) => one.isBonus !== true).map((one) => one.points));
  expect(scores.assignment.maxPoints).toBe(addPoints([worth, "1.5"]));
  expect(scores.submissions[0].score.points).toBe(worth);
  expect(scores.submissions[0].questions.at(-1)).toMatchObject({
    id: "layer-norm",
    maxPoints: "1.5",
    points: "0",
  });
}, 240_000);

test("a question that consults the deleted one, and the skeleton, pass their tests", async () => {
  for (const id of ["model-flops", "layer-norm"])
    expect(tested.printed).toContain(`PASS graders/questions/${id}/question.test.ts`);
  expect(tested.printed).not.toContain("FAIL graders/questions/");
});

test("what new-question says is still due is what the check misses, each with its file", async () => {
  const due = made.stdout.split("\n").filter((line) => /^ {2}(graders|submissions)\//.test(line));
  expect(due).toHaveLength(6);
  const { ok, printed } = tested;
  expect(ok).toBe(false);
  const exports = due.filter((line) => line.includes("export function layerNormFlops"));
  expect(exports.filter((line) => !printed.includes(line.trim()))).toEqual([]);
  expect(exports).toHaveLength(4);
  expect(printed).toContain("graders/wording/fr.json: translate ");
  expect(printed).toContain("graders/questions/tasks.ts: there is no question");
});

test("an id that is taken is refused", async () => {
  const again = await makeQuestion("layer-norm", "--export", "f");
  expect([again.code, again.stderr]).toEqual([1, 'error: there is a question "layer-norm" already\n']);
});
