import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { outputFiles } from "../records/output-files";
import { readScores } from "../records/scores-file";
import { gradeFolder } from "../testing/grade-folder";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";
import { rewriteClass } from "./rewrite-class";

jest.setTimeout(120_000);

let folder: TemporaryFolder;
const at = (...names: readonly string[]): string => join(folder.path, ...names);
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  await mkdir(at("class"));
  await mkdir(at("own"));
  await writeFile(at("class", "ada.ts"), "export const area = (r, c) => r * c;\n");
});
afterEach(() => folder.remove());

const grade = (assignmentModule?: string) =>
  gradeFolder(at("class"), at("out"), {
    ...(assignmentModule === undefined ? { assignment: toyAssignment } : {}),
    request: { ownTemplates: at("own"), ...(assignmentModule === undefined ? {} : { assignmentModule }) },
  });

test.each([
  ["in the grader's own thread", undefined],
  ["in a thread of its own", require.resolve("../questions/efficient-deep-learning")],
])(
  "a page that cannot be written %s leaves record and scores, and the next report mends it",
  async (_, module) => {
    await writeFile(at("own", "student.html.hbs"), "\n{{nothing}}");
    const graded = grade(module);
    await expect(graded).rejects.toThrow(UsageError);
    await expect(graded).rejects.toThrow(
      /own\/student\.html\.hbs:2: the view has no "nothing" .*; records and scores are kept; .* npm run report$/,
    );
    const { submissions } = await readScores(at("out", outputFiles.scores.path));
    expect(submissions.map(({ id }) => id)).toEqual(["ada.ts"]);
    expect(existsSync(at("out", "staff", "ada.ts", "record.json"))).toBe(true);
    expect(existsSync(at("out", outputFiles.classPage.path))).toBe(true);
    await writeFile(at("own", "student.html.hbs"), "{{heading}} was here");
    if (module === undefined) {
      await rewriteClass(at("out"), toyAssignment, projectRoot, { ownTemplates: at("own") });
      expect(await readFile(at("out", "students", "ada.ts", "report.html"), "utf8")).toBe("ada.ts was here");
    }
  },
);

test("what can be seen to be wrong is refused before anybody is graded", async () => {
  await writeFile(at("own", "class.html.hbs"), "{{#if rows}}");
  await expect(grade()).rejects.toThrow(/class\.html\.hbs:1: /);
  expect(existsSync(at("out", outputFiles.scores.path))).toBe(false);
});

test("the page without names is written on request, and kept up to date from then on", async () => {
  const page = at("out", outputFiles.anonymousPage.path);
  await gradeFolder(at("class"), at("out"), { assignment: toyAssignment });
  expect(existsSync(page)).toBe(false);
  await rewriteClass(at("out"), toyAssignment, projectRoot, { isAnonymousAsked: true });
  const before = await readFile(page, "utf8");
  await writeFile(at("class", "bob.ts"), "export const area = (r, c) => 2 * r * c;\n");
  await gradeFolder(at("class"), at("out"), { assignment: toyAssignment });
  expect(await readFile(page, "utf8")).not.toBe(before);
  expect(existsSync(at("out", outputFiles.anonymousTables.path, "questions.csv"))).toBe(true);
});
