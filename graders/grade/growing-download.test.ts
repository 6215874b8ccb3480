/** A platform's class is downloaded again and again, whole or in part: whom it named once is known from then on. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
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

describe("where each attempt has a name of its own", () => {
  /** Gradescope: folders by number, and who handed each in. */
  async function handIn(attempts: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const classPath = join(folder.path, "class");
    await rm(classPath, { recursive: true, force: true });
    const lines: string[] = [];
    for (const [number, ids] of Object.entries(attempts)) {
      await mkdir(join(classPath, `submission_${number}`), { recursive: true });
      await writeFile(
        join(classPath, `submission_${number}`, "submission.ts"),
        "export const area = () => 1;\n",
      );
      const who = ids.map(
        (id) => `  - :name: ${people[Number(id) as keyof typeof people]}\n    :sid: '${id}'\n`,
      );
      lines.push(`submission_${number}:\n  :submitters:\n${who.join("")}`);
    }
    await writeFile(join(classPath, "submission_metadata.yml"), `---\n${lines.join("")}`);
  }
  const grade = () =>
    gradeFolder(join(folder.path, "class"), join(folder.path, "out"), {
      assignment: toyAssignment,
      request: { rosterPath: rosterPath() },
    });
  const list = ({ records, roster }: Awaited<ReturnType<typeof grade>>) => ({
    records: records.map(({ submission }) => submission.id),
    matched: roster?.matched.map(({ submissionId, student }) => `${student.id} ${submissionId}`).sort(),
    ambiguous: roster?.ambiguous.length,
  });

  test.each<[string, Readonly<Record<string, readonly string[]>>, readonly string[], readonly string[]]>([
    [
      "of one person",
      { 21: ["201"], 12: ["202"] },
      ["submission_12", "submission_21"],
      ["201 submission_21", "202 submission_12"],
    ],
    [
      "of a team that forms later",
      { 31: ["201", "202"] },
      ["submission_31"],
      ["201 submission_31", "202 submission_31"],
    ],
    [
      "of one alone, beside somebody who is left out",
      { 21: ["201"] },
      ["submission_12", "submission_21"],
      ["201 submission_21", "202 submission_12"],
    ],
  ])("the later one %s counts, and the earlier one no more", async (_, later, records, matched) => {
    await handIn({ 11: ["201"], 12: ["202"] });
    await grade();
    await handIn(later);
    expect(list(await grade())).toEqual({ records, matched, ambiguous: 0 });
    expect(list(await grade())).toEqual({ records, matched, ambiguous: 0 });
  });

  test("the pages of the earlier one go, and come again with it; its record stays", async () => {
    const list = async (top: string) =>
      (await readdir(join(folder.path, "out", top))).filter(isAttempt).sort();
    const isAttempt = (name: string): boolean => name.startsWith("submission_");
    for (const [ids, shown] of [
      [
        [11, 12],
        ["submission_11", "submission_12"],
      ],
      [
        [21, 12],
        ["submission_12", "submission_21"],
      ],
      [
        [11, 12],
        ["submission_11", "submission_12"],
      ],
    ] as const) {
      await handIn({ [ids[0]]: ["201"], [ids[1]]: ["202"] });
      await grade();
      expect(await list("students")).toEqual(shown);
    }
    expect(await list("staff")).toEqual(["submission_11", "submission_12", "submission_21"]);
  });

  test("an attempt that lies there again counts again", async () => {
    for (const attempts of [{ 11: ["201"] }, { 21: ["201"] }, { 11: ["201"] }]) {
      await handIn(attempts);
      await grade();
    }
    expect(list(await grade())).toEqual({
      records: ["submission_11"],
      matched: ["201 submission_11"],
      ambiguous: 0,
    });
  });
});
