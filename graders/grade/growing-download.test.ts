/** A platform's class is downloaded again and again, whole or in part: whom it named once is known from then on. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  await writeFile(rosterPath(), "id,name\n201,Ada Lovelace\n202,Alan Turing\n203,Ann Lee\n204,Bo Chan\n");
});
afterEach(() => folder.remove());

const rosterPath = (): string => join(folder.path, "roster.csv");
const people = { 201: "Ada Lovelace", 202: "Alan Turing", 203: "Ann Lee" };

const platforms: Readonly<Record<string, (id: string, name: string) => string>> = {
  moodle: (id, name) => `${name}_${id}_assignsubmission_file/submission.ts`,
  canvas: (id, name) => `${name.split(" ").reverse().join("").toLowerCase()}_${id}_9${id}_submission.ts`,
};

/** Who lies in the class, whether the roster comes with it. */
type Run = readonly [ids: readonly string[], withRoster: boolean];

const everybody = Object.keys(people);
const runs: readonly (readonly Run[])[] = [
  [
    [["201", "202"], true],
    [everybody, false],
  ],
  [
    [everybody, true],
    [["202", "203"], true],
  ],
  [
    [everybody, false],
    [["203"], true],
  ],
  [
    [["201"], true],
    [["202"], false],
    [["203"], false],
  ],
  [
    [["201"], false],
    [["202"], false],
    [["203"], true],
  ],
];
const cases = Object.keys(platforms).flatMap((name) => runs.map((list) => [name, list] as const));

test.each(cases)("%s, in turns %j", async (platform, list) => {
  const locate = platforms[platform] as (typeof platforms)[string];
  const classPath = join(folder.path, "class");
  for (const [ids, withRoster] of list) {
    await rm(classPath, { recursive: true, force: true });
    for (const id of ids) {
      const path = join(classPath, locate(id, people[Number(id) as keyof typeof people]));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, "export const area = () => 1;\n");
    }
    await gradeFolder(classPath, join(folder.path, "out"), {
      assignment: toyAssignment,
      request: withRoster ? { rosterPath: rosterPath() } : {},
    });
  }
  const { roster } = await gradeFolder(classPath, join(folder.path, "out"), { assignment: toyAssignment });
  expect(roster?.matched.map(({ student }) => student.id).sort()).toEqual(everybody);
  expect(roster?.studentsWithoutSubmission.map(({ id }) => id)).toEqual(["204"]);
  expect([roster?.submissionsWithoutStudent, roster?.ambiguous]).toEqual([[], []]);
});
