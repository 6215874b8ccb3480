import { cp, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gradeFolder } from "../../graders/testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../../graders/testing/temporary-folder";
import { toyAssignment } from "../../graders/testing/toy-assignment";
import { inspect, listDifferences, writeClass } from "./kill-class";

let folder: TemporaryFolder;
let undisturbed: string;
let out: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  undisturbed = join(folder.path, "undisturbed");
  out = join(folder.path, "out");
  await writeClass(join(folder.path, "class"), 3);
  await gradeFolder(join(folder.path, "class"), undisturbed, { assignment: toyAssignment });
}, 60_000);
beforeEach(async () => {
  await rm(out, { recursive: true, force: true });
  await cp(undisturbed, out, { recursive: true });
});
afterAll(() => folder.remove());

const all = new Set(["student-000.ts", "student-001.ts", "student-002.ts"]);
const record = "staff/student-001.ts/record.json";

test("an undisturbed output is whole and the same", async () => {
  const { ids, damage } = await inspect(out, undisturbed, all);
  expect(ids).toEqual(all);
  expect(damage).toEqual({ lost: [], wrong: [], truncated: [] });
  expect(await listDifferences(out, undisturbed)).toEqual([]);
});

test.each([record, "scores.json", "index.html", "students/student-000.ts/report.html"])(
  "%s, cut short, is seen",
  async (path) => {
    await truncate(join(out, path), 100);
    expect((await inspect(out, undisturbed, new Set())).damage.truncated).toEqual([path]);
  },
);

test("a record that is gone, and one that says something else", async () => {
  await rm(join(out, record));
  await cp(join(undisturbed, record), join(out, "staff/student-000.ts/record.json"));
  const { damage } = await inspect(out, undisturbed, all);
  expect(damage).toMatchObject({ lost: ["student-001.ts"], wrong: ["staff/student-000.ts/record.json"] });
});

test("a page that differs, and one that is missing", async () => {
  await writeFile(join(out, "students/student-000.ts/report.md"), "another\n");
  await rm(join(out, "scores.csv"));
  expect([...(await listDifferences(out, undisturbed))].sort()).toEqual([
    "scores.csv",
    "students/student-000.ts/report.md",
  ]);
});
