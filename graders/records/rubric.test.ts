import { appendFile, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { digestRubric } from "./rubric";

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
  "graders/records/record.ts",
])("%s can change a mark, so its change is another rubric", async (path) => {
  expect(await changes(path)).toBe(true);
});

test.each([
  "graders/wording/fr.json",
  "graders/wording/sentences.ts",
  "graders/questions/softmax/feedback.ts",
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

test("every room is either deciding or not by a decision: a new one has to be entered here", async () => {
  const rooms = await readdir(join(projectRoot, "graders"), { withFileTypes: true });
  const known = "contract grade intake judge questions records report running student testing verify wording";
  expect(
    rooms
      .filter((one) => one.isDirectory())
      .map((one) => one.name)
      .sort(),
  ).toEqual(known.split(" "));
});
