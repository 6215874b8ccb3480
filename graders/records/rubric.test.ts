import { appendFile, cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { questionIds } from "../questions/catalogue";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { digestRubric, digestRubrics } from "./rubric";

let copy: TemporaryFolder;
/** Of the copy as the last test left it. */
let digest: string;
beforeAll(async () => {
  copy = await makeTemporaryFolder();
  for (const folder of ["reference", "graders", "templates"]) {
    await cp(join(projectRoot, folder), join(copy.path, folder), { recursive: true });
  }
  digest = await digestRubric(copy.path);
});
afterAll(() => copy.remove());

const changes = async (path: string): Promise<boolean> => {
  const before = digest;
  await appendFile(join(copy.path, path), "\n");
  digest = await digestRubric(copy.path);
  return digest !== before;
};

test.each([
  "reference/softmax.ts",
  "graders/contract/answers.ts",
  "graders/contract/limits.ts",
  "graders/questions/catalogue.ts",
  "graders/questions/softmax/question.ts",
  "graders/questions/softmax/inputs.ts",
  "graders/questions/kit/byte-units.ts",
  "graders/judge/judge-part.ts",
  "graders/intake/explanations.ts",
  "graders/running/run/reply.ts",
  "graders/running/sandbox/child/runner.ts",
  "graders/grade/grade-submission.ts",
  "graders/grade/judge-run.ts",
  "graders/grade/look-again.ts",
  "graders/grade/missing-exports.ts",
  "graders/grade/chosen-questions.ts",
  "graders/grade/workshop/known-texts.ts",
  "graders/records/record.ts",
])("%s can change a mark, so its change is another rubric", async (path) => {
  expect(await changes(path)).toBe(true);
});

test.each([
  "graders/wording/fr.json",
  "graders/wording/sentences.ts",
  "graders/questions/softmax/statement.md",
  "graders/questions/softmax/public-checks.ts",
  "graders/questions/softmax/question.test.ts",
  "graders/questions/kit/sources.ts",
  "graders/report/student-view.ts",
  "graders/student/selfcheck/selfcheck.ts",
  "graders/verify/verify.ts",
  "templates/student.html.hbs",
])("%s changes no mark, so nobody is graded again for it", async (path) => {
  expect(await changes(path)).toBe(false);
});

describe("an option of a question", () => {
  const options = "graders/questions/kit/convolution/pixels.ts";
  const replaces = async (from: RegExp, to: string): Promise<boolean> => {
    const path = join(copy.path, options);
    const [before, text] = [await digestRubric(copy.path), await readFile(path, "utf8")];
    expect(text).toMatch(from);
    await writeFile(path, text.replace(from, to));
    return (await digestRubric(copy.path)) !== before;
  };

  test.each([
    ["its sentence", /says: "You counted a dot product/, 'says: "You took a dot product'],
    ["its hint", /hint: "Height and width/, 'hint: "Width and height'],
  ])("%s changes no mark", async (_, from, to) => {
    expect(await replaces(from, to)).toBe(false);
  });

  test.each([
    ["its credit", /credit: "0.75"/, 'credit: "0.8"'],
    ["its effect", /hIn, wIn/, "wIn, hIn"],
    ["its id", /id: "input-size"/, 'id: "input-sizes"'],
  ])("%s changes one", async (_, from, to) => {
    expect(await replaces(from, to)).toBe(true);
  });
});

test.each([
  ["graders/questions/softmax/question.ts", ["softmax"], false],
  ["graders/questions/kit/byte-units.ts", [], true],
  ["graders/questions/catalogue.ts", [], true],
  ["reference/softmax.ts", [], true],
])("%s is what a change of it touches: folders %j, all: %j", async (path, folders, isShared) => {
  const before = await digestRubrics(copy.path);
  await appendFile(join(copy.path, path), "\n");
  const now = await digestRubrics(copy.path);
  digest = now.rubricDigest;
  expect(now.rubricDigest).not.toBe(before.rubricDigest);
  expect([...now.folders].filter(([id, one]) => before.folders.get(id) !== one).map(([id]) => id)).toEqual(
    folders,
  );
  expect(now.shared !== before.shared).toBe(isShared);
});

test("every question has its own folder, and nothing else counts as one", async () => {
  expect([...(await digestRubrics(copy.path)).folders.keys()].sort()).toEqual([...questionIds].sort());
});

test("every room is either deciding or not by a decision: a new one has to be entered here", async () => {
  const rooms = await readdir(join(projectRoot, "graders"), { withFileTypes: true });
  const known =
    "contract grade intake judge questions records report review running student testing validators verify wording";
  expect(
    rooms
      .filter((one) => one.isDirectory())
      .map((one) => one.name)
      .sort(),
  ).toEqual(known.split(" "));
});
