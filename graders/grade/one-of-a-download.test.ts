/** One person's work out of a platform's download, graded by itself into the class's output folder, stays that person's. */
import { cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  await writeAll({ "roster.csv": "id,name\n201,Ada Lovelace\n202,Alan Turing\nkim_l,Kim Lee\n" });
});
afterEach(() => folder.remove());

async function writeAll(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

const code = "export const area = () => 1;\n";
const blackboard = (user: string) => `HW_3_${user}_attempt_2026-11-29-10-00-00_submission.ts`;
const submitter = (number: number, name: string, id: string) =>
  `submission_${number}:\n  :submitters:\n  - :name: ${name}\n    :sid: '${id}'\n`;

/** One person's item, and everything that lies there. */
const downloads: Readonly<Record<string, readonly [item: string, files: Readonly<Record<string, string>>]>> =
  {
    moodle: [
      "Ada Lovelace_201_assignsubmission_file",
      {
        "Ada Lovelace_201_assignsubmission_file/submission.ts": code,
        "Ada Lovelace_201_assignsubmission_onlinetext/onlinetext.html": "<p>Typed.</p>",
        "Alan Turing_202_assignsubmission_file/submission.ts": code,
      },
    ],
    canvas: [
      "lovelaceada_201_9001_submission.ts",
      {
        "lovelaceada_201_9001_submission.ts": code,
        "lovelaceada_201_9002_answers.md": "Typed.",
        "turingalan_202_9003_submission.ts": code,
      },
    ],
    blackboard: [blackboard("kim_l"), { [blackboard("kim_l")]: code, [blackboard("202")]: code }],
    brightspace: [
      "11-201 - Ada Lovelace - Mar 1, 2026 1030 AM",
      {
        "11-201 - Ada Lovelace - Mar 1, 2026 1030 AM/submission.ts": code,
        "12-202 - Alan Turing - Mar 1, 2026 1030 AM/submission.ts": code,
      },
    ],
    gradescope: [
      "submission_11",
      {
        "submission_11/submission.ts": code,
        "submission_12/submission.ts": code,
        "submission_metadata.yml": `---\n${submitter(11, "Ada Lovelace", "201")}${submitter(12, "Alan Turing", "202")}`,
      },
    ],
  };

async function grade(path: string) {
  const { records, roster } = await gradeFolder(join(folder.path, path), join(folder.path, "out"), {
    assignment: toyAssignment,
    request: { rosterPath: join(folder.path, "roster.csv") },
  });
  return {
    digests: Object.fromEntries(records.map(({ submission: { id, contentDigest } }) => [id, contentDigest])),
    matched: roster?.matched.map(({ submissionId, student }) => [submissionId, student.id]),
    strays: roster?.submissionsWithoutStudent,
  };
}

async function readPlace(): Promise<unknown> {
  return JSON.parse(await readFile(join(folder.path, "out", "staff", "class.json"), "utf8")).path;
}

test.each(Object.entries(downloads))("of %s, with all that is theirs there", async (_, [item, files]) => {
  await writeAll(Object.fromEntries(Object.entries(files).map(([name, text]) => [`class/${name}`, text])));
  const before = await grade("class");
  const place = await readPlace();
  expect(await grade(join("class", item))).toEqual(before);
  const own = Object.keys(files).find((name) => name.startsWith(item)) ?? "";
  await writeAll({ [`class/${own}`]: "export const area = () => 2;\n" });
  const after = await grade(join("class", item));
  expect(after).toEqual(await grade("class"));
  expect(after).not.toEqual(before);
  expect(await readPlace()).toBe(place);
});

test("of a copy that lies elsewhere, alone, and of a class of one", async () => {
  const [item] = downloads.moodle ?? [""];
  await writeAll({ [`class/${item}/submission.ts`]: code });
  const before = await grade("class");
  const place = await readPlace();
  await cp(join(folder.path, "class", item), join(folder.path, "desk", item), { recursive: true });
  await rename(join(folder.path, "class"), join(folder.path, "moved"));
  expect(await grade(join("desk", item))).toEqual(before);
  expect(await readPlace()).toBe(place);
});
