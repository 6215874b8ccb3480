import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { changeArea, priceQuestion, toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;
let out: string;

const area = "export const area = (rows: number, columns: number) => rows * columns;\n";
const price = "export const price = (rows: number, columns: number) => 3 * rows * columns;\n";
/** The same questions, of which none is right any more. */
const harder: Assignment = {
  ...toyAssignment,
  questions: [
    changeArea({ readings: [{ id: "minus", kind: "reference", credit: "1", answer: () => -1 }] }),
    { ...priceQuestion, parts: priceQuestion.parts.map((part) => ({ ...part, readings: [] })) } as never,
  ],
};

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  await mkdir(join(folder.path, "class"));
  await handIn("ann", area + price);
  await handIn("bob", area);
});
afterEach(() => folder.remove());

const handIn = (id: string, text: string) => writeFile(join(folder.path, "class", `${id}.ts`), text);
const grade = (request: Record<string, unknown> = {}, assignment: Assignment = toyAssignment) =>
  gradeFolder(join(folder.path, "class"), out, { assignment, request });
const listPoints = async (): Promise<unknown> => {
  const { submissions } = JSON.parse(await readFile(join(out, "scores.json"), "utf8"));
  return Object.fromEntries(
    submissions.map((one: { id: string; score: { points: string }; questions: { points: string }[] }) => [
      one.id,
      [...one.questions.map(({ points }) => points), one.score.points],
    ]),
  );
};
const listOlder = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(out, "scores.json"), "utf8")).submissions.map(
    (one: { older?: { because: string } }) => one.older?.because,
  );

const before = { "ann.ts": ["1", "1", "2"], "bob.ts": ["1", "0", "1"] };

test("one question is judged again; the others keep their marks, and totals and pages are written again", async () => {
  await grade();
  expect(await listPoints()).toEqual(before);
  await grade({ questions: ["area"] }, harder);
  expect(await listPoints()).toEqual({ "ann.ts": ["0", "1", "1"], "bob.ts": ["0", "0", "0"] });
  expect(await readFile(join(out, "students/ann.ts/report.md"), "utf8")).toContain("1.00");
}, 60_000);

test("with --only, nobody else's mark moves", async () => {
  await grade();
  await grade({ questions: ["area"], only: ["bob.ts"] }, harder);
  expect(await listPoints()).toEqual({ ...before, "bob.ts": ["0", "0", "0"] });
}, 60_000);

test("a record of which a part was judged under another seed is marked as older", async () => {
  await grade();
  await grade({ questions: ["area"], seed: "another" });
  expect(await listPoints()).toEqual(before);
  expect(await listOlder()).toEqual(["seed-changed", "seed-changed"]);
}, 60_000);

test("what changed since, or was never graded, is graded whole", async () => {
  await grade();
  await handIn("bob", area + price);
  await handIn("cy", area);
  await grade({ questions: ["area"] });
  expect(await listPoints()).toEqual({
    "ann.ts": ["1", "1", "2"],
    "bob.ts": ["1", "1", "2"],
    "cy.ts": ["1", "0", "1"],
  });
}, 60_000);

test.each([
  ["aria", 'there is no question "aria"; did you mean "area"?'],
  ["volume", 'there is no question "volume"; expected one of area, price'],
])("an unknown question is refused: %s", async (id, says) => {
  const failing = grade({ questions: [id] });
  await expect(failing).rejects.toThrow(says);
  await expect(failing).rejects.toBeInstanceOf(UsageError);
});
