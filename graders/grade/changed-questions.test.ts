import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Acceptance } from "../contract/accepted-option";
import type { Assignment } from "../contract/assignment";
import type { Compiler } from "../contract/compiled";
import { parseLimits } from "../contract/limits";
import type { SubmissionRecord } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import { appendAcceptances } from "../records/accepted-file";
import { extractVerdict } from "../records/record-verdict";
import { startCompiler } from "../running/compile/compile";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { areaCases, areaQuestion, changeArea, priceQuestion } from "../testing/toy-assignment";
import { formatAnswers, parseAnswers, type RecordedAnswers } from "./regrade/recorded-answers";

jest.setTimeout(120_000);

let folder: TemporaryFolder;
let out: string;
/** How many hand-ins were compiled: whoever is run is. */
let compiled = 0;
const real = startCompiler(parseLimits());
const compiler: Compiler = {
  compile: (submission) => {
    // The sandbox has a program of its own compiled.
    if (submission.files.some(({ text }) => text.includes("volume"))) compiled += 1;
    return real.compile(submission);
  },
  close: () => real.close(),
};
afterAll(() => real.close());

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  await handIn("ann", "2 * rows * columns");
  await handIn("bob", "rows * columns");
});
afterEach(() => folder.remove());

/** Prints the names of the functions that are called. */
async function handIn(id: string, area: string): Promise<void> {
  const say = (name: string, value: string): string =>
    `export function ${name}(rows: number, columns: number) { console.log("${name}"); return ${value}; }\n`;
  const text =
    say("area", area) + say("price", "3 * area(rows, columns)") + say("volume", "2 * rows * columns");
  await mkdir(join(folder.path, "class", id), { recursive: true });
  await writeFile(join(folder.path, "class", id, "submission.ts"), text);
}

/** Builds on nothing, and nothing builds on it. */
const makeVolume = (change: Parameters<typeof changeArea>[0] = {}) => {
  const { parts, ...question } = changeArea(change, { id: "volume" });
  return { ...question, parts: parts.map((one) => ({ ...one, id: "volume", export: "volume" })) };
};
const makeAssignment = (volume = makeVolume()): Assignment => ({
  id: "toy",
  title: "Toy",
  questions: [areaQuestion, priceQuestion, volume as typeof areaQuestion],
});
const withMoreOfVolume = makeAssignment(
  makeVolume({
    cases: (random) => [
      ...areaCases(random),
      { id: "new", source: "edge", why: "new", input: { rows: 3, columns: 5 } },
    ],
  }),
);

async function grade(
  assignment = makeAssignment(),
  { outFolder = out, ...request }: { readonly outFolder?: string; readonly limits?: { callMs: number } } = {},
): Promise<number> {
  compiled = 0;
  await gradeFolder(join(folder.path, "class"), outFolder, { assignment, request, context: { compiler } });
  return compiled;
}
const readRecord = async (id: string, outFolder = out): Promise<SubmissionRecord> =>
  JSON.parse(await readFile(join(outFolder, "staff", id, "record.json"), "utf8"));
const listCalled = ({ output }: SubmissionRecord) => [...new Set(output.stdout.trim().split("\n"))].sort();

/** As a class that nobody had graded before. */
async function expectAsFresh(assignment: Assignment, prepare = async (_: string): Promise<void> => {}) {
  const fresh = join(folder.path, "fresh");
  await prepare(fresh);
  await grade(assignment, { outFolder: fresh });
  for (const id of ["ann", "bob"]) {
    const [now, other] = [await readRecord(id), await readRecord(id, fresh)];
    expect(extractVerdict(now)).toEqual(extractVerdict(other));
    expect([now.planDigest, now.kept]).toEqual([other.planDigest, undefined]);
  }
  const readScores = async (path: string) =>
    JSON.parse(await readFile(join(path, "scores.json"), "utf8")).submissions.map(
      ({ older, points }: { older?: unknown; points: unknown }) => [older, points],
    );
  expect(await readScores(out)).toEqual(await readScores(fresh));
}

const accepted: Acceptance = {
  schemaVersion: "1.0",
  kind: "accept",
  id: "00000001",
  question: "area",
  part: "area",
  shape: { kind: "reading", reading: "doubled" },
  credit: "0.9",
  says: "Twice the area counts here.",
  by: "ab",
  at: "2026-01-01T00:00:00.000Z",
  why: "said in class",
};

test("who is asked the same is judged by what was answered, and nobody is run", async () => {
  await grade();
  const before = await readRecord("ann");
  await appendAcceptances(out, [accepted]);
  expect(await grade()).toBe(0);
  const now = await readRecord("ann");
  expect(now.questions.map((one) => hasPoints(one) && one.points)).toEqual(["0.9", "1", "0.5"]);
  expect(now.questions[2]).toEqual(before.questions[2]);
  expect(now.output).toEqual(before.output);
  await expectAsFresh(makeAssignment(), (path) => appendAcceptances(path, [accepted]));
});

const spoils: Readonly<Record<string, (answers: RecordedAnswers) => object>> = {
  "no texts": (answers) => ({ ...answers, written: null }),
  "no sources": ({ written, ...answers }) => ({ ...answers, written: { ...written, sources: null } }),
  "no list of functions": (answers) => ({ ...answers, exports: null }),
};

test.each(Object.keys(spoils))(
  "whoever cannot be judged by what was answered (%s) is run, and the class goes on",
  async (spoil) => {
    await grade();
    await appendAcceptances(out, [accepted]);
    const path = join(out, "staff", "ann", "answers.json");
    const answers = parseAnswers(await readFile(path, "utf8"), path) as RecordedAnswers;
    await writeFile(path, formatAnswers(spoils[spoil]?.(answers) as RecordedAnswers));
    expect(await grade()).toBe(1);
    await expectAsFresh(makeAssignment(), (fresh) => appendAcceptances(fresh, [accepted]));
  },
);

test("a question that asks for more is asked alone", async () => {
  await grade();
  expect(listCalled(await readRecord("bob"))).toEqual(["area", "price", "volume"]);
  expect(await grade(withMoreOfVolume)).toBe(2);
  expect(listCalled(await readRecord("bob"))).toEqual(["volume"]);
  await expectAsFresh(withMoreOfVolume);
});

test("what all marks depend on asks everything, and so does a rubric that nobody wrote down", async () => {
  await grade();
  expect(await grade(makeAssignment(), { limits: { callMs: 1999 } })).toBe(2);
  expect(listCalled(await readRecord("bob"))).toEqual(["area", "price", "volume"]);
  await writeFile(join(out, "staff", "rubrics.jsonl"), "");
  await grade(withMoreOfVolume);
  expect(listCalled(await readRecord("bob"))).toEqual(["area", "price", "volume"]);
});

test("whoever handed in something else is asked everything", async () => {
  await grade();
  await handIn("bob", "rows * columns + 0");
  expect(await grade(withMoreOfVolume)).toBe(2);
  expect(listCalled(await readRecord("ann"))).toEqual(["volume"]);
  expect(listCalled(await readRecord("bob"))).toEqual(["area", "price", "volume"]);
});

test("after two changes a mark that stands stands, and both are made anew", async () => {
  await grade();
  await appendAcceptances(out, [accepted]);
  expect(await grade(withMoreOfVolume)).toBe(2);
  await expectAsFresh(withMoreOfVolume, (path) => appendAcceptances(path, [accepted]));
});
