/** What a student typed into a platform's page beside the files counts as if it stood in answers.md, and the page says so. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import type { Files } from "../testing/odd-zip";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { priceQuestion, toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

/** Each question has a name of its own. */
const assignment = {
  ...toyAssignment,
  questions: toyAssignment.questions.map((one) =>
    one === priceQuestion ? { ...one, feedback: { ...one.feedback, title: "Price" } } : one,
  ),
};
const price = "export const price = (rows, columns) => 3 * rows * columns;\n";
const wrong = `export const area = (rows, columns) => 2 * rows * columns;\n${price}`;
const right = `export const area = (rows, columns) => rows * columns;\n${price}`;
const why = "Each cell has two sides, so I counted every one of them twice here.";

async function grade(files: Files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, "class", path)), { recursive: true });
    await writeFile(join(folder.path, "class", path), text);
  }
  const out = join(folder.path, "out");
  const { records } = await gradeFolder(join(folder.path, "class"), out, { assignment });
  const students = join(out, "students");
  const pages = (await readdir(students)).map((one) => readFile(join(students, one, "report.txt"), "utf8"));
  return { records, pages: (await Promise.all(pages)).map((page) => page.replace(/\s+/g, " ")) };
}

const hand = (who: string, work: string, typed: string): Files => ({
  [`${who}_assignsubmission_file_/submission.ts`]: work,
  [`${who}_assignsubmission_file_/answers.md`]: "# price\nThree each.\n",
  [`${who}_assignsubmission_onlinetext_/onlinetext.html`]: `<html><body>${typed}</body></html>`,
});

test("what stands below a question's name explains it, and other text goes to a person where points are lost", async () => {
  const { records, pages } = await grade({
    ...hand("named_1", wrong, `<h4>Area</h4><p>${why}</p>`),
    ...hand("other_2", wrong, `<p>${why}</p>`),
    ...hand("right_3", right, `<p>${why}</p>`),
  });
  const told = records.map(({ submission, status, questions, unassigned = [] }) => [
    submission.id,
    status,
    questions.find(({ id }) => id === "area")?.explanation.includes(why),
    unassigned.some((text) => text.includes(why)),
  ]);
  expect(told).toEqual([
    ["named_1", "pending_manual", true, false],
    ["other_2", "pending_manual", false, true],
    ["right_3", "graded", false, true],
  ]);
  expect(pages).toHaveLength(3);
  for (const page of pages)
    expect(page).toContain(
      "What was typed into the page beside the files was taken as if it stood in answers.md.",
    );
});
