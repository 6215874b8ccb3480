import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import type { SubmissionRecord } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import { digestSeed } from "../records/seed-digest";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { changeArea, priceQuestion, toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;
let classPath: string;
let out: string;

const ann = `export const area = (rows: number, columns: number) => 2 * rows * columns;
export const price = (rows: number, columns: number) => 3 * area(rows, columns);
`;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  classPath = join(folder.path, "class");
  out = join(folder.path, "out");
  await handIn("ann", ann);
  await handIn("bob", ann.replace("2 * rows", "rows"));
});
afterEach(() => folder.remove());

async function handIn(id: string, text: string): Promise<void> {
  await mkdir(join(classPath, id), { recursive: true });
  await writeFile(join(classPath, id, "submission.ts"), text);
}

const grade = (request: Record<string, unknown> = {}, assignment: Assignment = toyAssignment) =>
  gradeFolder(classPath, out, { assignment, request });
const readRecord = async (id: string): Promise<SubmissionRecord> =>
  JSON.parse(await readFile(join(out, "staff", id, "record.json"), "utf8"));
const readOlder = async () =>
  JSON.parse(await readFile(join(out, "scores.json"), "utf8")).submissions.map(
    (one: { older?: unknown }) => one.older,
  );
const listPoints = ({ questions }: SubmissionRecord) =>
  questions.map((one) => [one.id, hasPoints(one) ? one.points : one.status]);

/** Twice the area is worth it all. */
const lenient: Assignment = {
  ...toyAssignment,
  questions: [
    changeArea({
      readings: [{ id: "doubled", kind: "reference", credit: "1", by: "rule", accepts: () => true }],
    }),
    priceQuestion,
  ],
};

test("one question is judged anew, the others' marks stay, and the total is of both", async () => {
  await grade();
  const before = await readRecord("ann");
  expect(listPoints(before)).toEqual([
    ["area", "0.5"],
    ["price", "1"],
  ]);
  await grade({ questions: ["area"], fresh: true }, lenient);
  const record = await readRecord("ann");
  expect(listPoints(record)).toEqual([
    ["area", "1"],
    ["price", "1"],
  ]);
  expect(record.score?.points).toBe("2");
  expect(record.questions[1]).toEqual(before.questions[1]);
  expect(await readdir(join(out, "staff", "ann", "history"))).toHaveLength(1);
}, 120_000);

test("kept marks are older when another seed asked for them, by question, until they are asked again", async () => {
  await grade();
  const gradedAt = (await readRecord("ann")).clock.finishedAt;
  await grade({ questions: ["price"], seed: "another" });
  const older = { because: "seed-changed", questions: ["area"] };
  expect((await readOlder())[0]).toEqual({ ...older, gradedAt });
  expect((await readRecord("ann")).kept).toEqual([
    expect.objectContaining({ questions: ["area"], seedDigest: digestSeed("ridgepoint"), gradedAt }),
  ]);
  await grade({ questions: ["area"], seed: "another" });
  expect(await readOlder()).toEqual([undefined, undefined]);
  const reused: boolean[] = [];
  const onProgress = (event: { kind: string; reused?: boolean }) =>
    void (event.kind === "finished" && reused.push(event.reused === true));
  await gradeFolder(classPath, out, {
    assignment: toyAssignment,
    request: { seed: "another" },
    context: { onProgress },
  });
  expect(reused).toEqual([true, true]);
}, 120_000);

test("a question asked alone gets the mark that it gets among all", async () => {
  await grade({ seed: "another" });
  const whole = listPoints(await readRecord("ann"));
  const other = join(folder.path, "other");
  await gradeFolder(classPath, other, { assignment: toyAssignment });
  out = other;
  await grade({ questions: ["price"], seed: "another" });
  await grade({ questions: ["area"], seed: "another" });
  expect(listPoints(await readRecord("ann"))).toEqual(whole);
}, 120_000);

test("with --only, nobody else is touched", async () => {
  await grade();
  const bob = await readFile(join(out, "staff", "bob", "record.json"), "utf8");
  await grade({ questions: ["area"], only: ["ann"], fresh: true }, lenient);
  expect(listPoints(await readRecord("ann"))[0]).toEqual(["area", "1"]);
  expect(await readFile(join(out, "staff", "bob", "record.json"), "utf8")).toBe(bob);
  const scores = JSON.parse(await readFile(join(out, "scores.json"), "utf8"));
  expect(scores.submissions.map((one: { id: string }) => one.id)).toEqual(["ann", "bob"]);
}, 120_000);

test("who has no mark to keep, or has handed in something else, is asked everything", async () => {
  await grade();
  await handIn("bob", ann);
  await handIn("cy", ann);
  await grade({ questions: ["area"] });
  for (const id of ["bob", "cy"]) {
    expect(listPoints(await readRecord(id))).toEqual([
      ["area", "0.5"],
      ["price", "1"],
    ]);
    expect((await readRecord(id)).kept).toBeUndefined();
  }
}, 120_000);

test("a question that the grader fails on keeps its earlier mark, and the failure is named", async () => {
  await grade();
  const before = await readFile(join(out, "staff", "ann", "record.json"), "utf8");
  const cases = () => {
    throw new Error("planted");
  };
  const broken = { ...toyAssignment, questions: [changeArea({ cases }), priceQuestion] };
  const { class: whole } = await grade({ questions: ["area"], fresh: true }, broken);
  expect(await readFile(join(out, "staff", "ann", "record.json"), "utf8")).toBe(before);
  expect(whole.failedAgain.map(({ id }) => id)).toEqual(["ann", "bob"]);
  expect(whole.failedAgain[0]?.fault).toContain("planted");
}, 120_000);

test.each([
  ["areas", /^--question: no question is called "areas"; did you mean "area"\?$/],
  ["nonsense", /^--question: no question is called "nonsense"; expected one of area, price$/],
])("the unknown question %s is refused in one line", async (id, says) => {
  await expect(grade({ questions: ["area", id] })).rejects.toThrow(UsageError);
  await expect(grade({ questions: ["area", id] })).rejects.toThrow(says);
});

test("what is said of a hand-in is said anew when only its wrapping has changed", async () => {
  await grade();
  expect((await readRecord("ann")).submission.remarks).toBeUndefined();
  await mkdir(join(classPath, "ann", "hw"));
  await rename(join(classPath, "ann", "submission.ts"), join(classPath, "ann", "hw", "submission.ts"));
  const { records } = await grade();
  const record = await readRecord("ann");
  expect(record.submission.remarks).toHaveLength(1);
  expect(records[0]?.submission.remarks).toEqual(record.submission.remarks);
  expect(await readFile(join(out, "students", "ann", "report.md"), "utf8")).toContain("hw");
}, 120_000);
