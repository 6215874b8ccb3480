import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import { signature } from "../testing/hand-marks";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";
import type { GradeEvent } from "./grade-request";
import { giveMarks } from "./marking/give-marks";

const explained = (
  words: string,
) => `export const area = (rows: number, columns: number) => 2 * rows * columns;
export const price = (rows: number, columns: number) => 3 * rows * columns;
export const explanations = { area: "${words}" };
`;
const words = "each cell has an upper and a lower side and both of them count";

let folder: TemporaryFolder;
let out: string;
const handIn = (text: string) => writeFile(join(folder.path, "class", "ann.ts"), text);
const grade = async (request: Parameters<typeof gradeFolder>[2] = {}) => {
  const notes: unknown[] = [];
  const onProgress = (event: GradeEvent): void =>
    void (event.kind === "started" && notes.push(...event.notes));
  const { records } = await gradeFolder(join(folder.path, "class"), out, {
    assignment: toyAssignment,
    context: { onProgress },
    ...request,
  });
  return { record: records[0], notes };
};

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  await mkdir(join(folder.path, "class"));
  await handIn(explained(words));
});
afterEach(() => folder.remove());

test("a mark by hand outlives grading again, another seed and a torn line; another hand-in is flagged, not overwritten", async () => {
  expect((await grade()).record).toMatchObject({ status: "pending_manual", score: { points: "1.5" } });
  const decision = {
    submission: "ann.ts",
    question: "area",
    gives: { kind: "points", points: "0.8" },
  } as const;
  await giveMarks(
    { outFolder: out, assignment: toyAssignment, root: projectRoot },
    { kind: "one", decision: { ...decision, comment: "Both sides: good.", note: "" } },
    signature,
  );
  const given = await readFile(join(out, "staff", "marks.jsonl"), "utf8");
  const marked = { status: "graded", score: { points: "1.8" } };
  expect((await grade()).record).toMatchObject(marked);
  expect((await grade({ request: { fresh: true } })).record).toMatchObject(marked);
  expect((await grade({ request: { fresh: true, seed: "another one" } })).record).toMatchObject(marked);
  await appendFile(join(out, "staff", "marks.jsonl"), '{"schemaVersion":"1.0","kind":"ma');
  const torn = await grade({ request: { fresh: true } });
  expect(torn.record).toMatchObject(marked);
  expect(torn.notes).toContainEqual(expect.stringMatching(/marks\.jsonl, line 2: was cut off/));

  await handIn(explained(`${words}, and so do the edges`));
  const { record } = await grade();
  expect(record).toMatchObject({ status: "pending_manual", score: { points: "1.5" } });
  expect(record).toMatchObject({ marks: { area: { outdated: "another-hand-in" } } });
  expect((await readFile(join(out, "staff", "marks.jsonl"), "utf8")).startsWith(given)).toBe(true);
  const page = await readFile(join(out, "students", "ann.ts", "report.md"), "utf8");
  expect(page).toContain("decided for another hand-in");
  expect(page).toContain("Both sides: good.");
  expect(await readFile(join(out, "index.html"), "utf8")).toMatch(
    /A mark by hand is kept, but[^<]*<\/summary>[\s\S]*?<\/a>: Area/,
  );
  await handIn(explained(words));
  expect((await grade()).record).toMatchObject(marked);
}, 60_000);

test("a file of marks that cannot be understood stops the run before anybody is graded", async () => {
  await mkdir(join(out, "staff"), { recursive: true });
  await writeFile(join(out, "staff", "marks.jsonl"), '{"kind":"wish"}\n');
  await expect(grade()).rejects.toThrow(/marks\.jsonl, line 1: at the top: expected a known "kind"/);
  await expect(readFile(join(out, "scores.json"))).rejects.toThrow(/ENOENT/);
});
