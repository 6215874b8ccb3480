import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Count, isSameCount, readCount } from "../contract/answers";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import type { CallPart, Question } from "../contract/question";
import type { SubmissionRecord } from "../contract/record";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { createTranslator } from "../wording/translator";
import type { GradeEvent } from "./grade-request";

const squarePart: CallPart<number, Count> = {
  kind: "call",
  id: "square",
  points: "2",
  export: "square",
  cases: (random) => [
    { id: "two", source: "notebook", why: "small", input: 2 },
    { id: "drawn", source: "random", why: "unseen", input: random.integer(10, 99) },
  ],
  args: (n) => [n],
  read: readCount,
  isSame: isSameCount,
  readings: [
    { id: "squared", kind: "reference", credit: "1", by: "value", answer: (n) => n * n },
    { id: "doubled", kind: "misconception", credit: "0.25", by: "value", answer: (n) => 2 * n },
  ],
};

const square: Question = {
  id: "square",
  points: "2",
  parts: [squarePart],
  feedback: {
    title: "Square",
    unexplained: "Multiply the number by itself.",
    expected: "a number",
    readings: { squared: { says: "Right." }, doubled: { says: "You doubled it.", hint: "Try three." } },
  },
  publicChecks: [],
};

const throwing: Question = {
  ...square,
  id: "throwing",
  parts: [
    {
      ...squarePart,
      id: "throwing",
      isSame: () => {
        throw new Error("planted");
      },
    } as CallPart<number, Count> as CallPart,
  ],
};

const toy: Assignment = { id: "toy", title: "A toy", questions: [square] };

const programs = {
  "ada.ts": "export const square = (n: number): number => n * n;",
  "bob.ts": "export const square = (n: number): number => 2 * n;",
  "eve.ts": "export const square = (n: number): number => { while (n > 0); return 4; };",
};

let folder: TemporaryFolder;
let classPath: string;
let out: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  classPath = join(folder.path, "class");
  out = join(folder.path, "out");
  await mkdir(classPath);
  for (const [name, text] of Object.entries(programs)) await writeFile(join(classPath, name), text);
});

afterEach(() => folder.remove());

const grade = (overrides: Parameters<typeof gradeFolder>[2] = {}) =>
  gradeFolder(classPath, out, {
    assignment: toy,
    ...overrides,
    request: { limits: { callMs: 500 }, ...overrides.request },
  });

const readRecords = async (outFolder: string): Promise<ReadonlyMap<string, SubmissionRecord>> => {
  const scores = JSON.parse(await readFile(join(outFolder, "scores.json"), "utf8"));
  const records = await Promise.all(
    scores.submissions.map(async ({ id, recordPath }: { id: string; recordPath: string }) => [
      id,
      JSON.parse(await readFile(join(outFolder, recordPath), "utf8")),
    ]),
  );
  return new Map(records);
};

/** Stands for the process that compiles, and for the sandbox, whose first act is to have its runner compiled. */
const countStarts = () => {
  let starts = 0;
  const compile = async (): Promise<never> => {
    starts += 1;
    throw new Error("nobody was to be compiled");
  };
  return { compiler: { compile, close: async () => {} }, count: () => starts };
};

const withoutClock = ({ clock: _, ...record }: SubmissionRecord) => JSON.stringify(record);

test("another language and a roster start no sandbox and run nobody, those who were refused included", async () => {
  await writeFile(join(classPath, "zip.rar"), "no submission");
  await grade();
  const roster = join(folder.path, "roster.csv");
  await writeFile(roster, "id,name\nada,Sample Ada\n");
  const { compiler, count } = countStarts();
  const french = createTranslator("fr", {});
  const { records, roster: match } = await grade({
    request: { rosterPath: roster, translator: french },
    context: { compiler },
  });
  expect(count()).toBe(0);
  expect(records).toHaveLength(4);
  expect(match?.matched).toHaveLength(1);
  const page = await readFile(join(out, "students", "ada.ts", "report.html"), "utf8");
  expect(page).toMatch(/lang="fr"[\s\S]*Sample Ada/);
  await writeFile(join(classPath, "eve.ts"), programs["ada.ts"]);
  await expect(grade({ context: { compiler } })).rejects.toThrow("nobody was to be compiled");
});

test("a class is graded and written: records, scores, table and pages", async () => {
  const { records } = await grade();
  expect(records.map((one) => [one.submission.id, one.status, one.score?.points])).toEqual([
    ["ada.ts", "graded", "2"],
    ["bob.ts", "graded", "0.5"],
    ["eve.ts", "graded", "0"],
  ]);
  expect((await readdir(out)).sort()).toEqual(
    expect.arrayContaining(["gradebook.csv", "index.html", "scores.csv", "scores.json"]),
  );
  const report = await readFile(join(out, "students", "bob.ts", "report.md"), "utf8");
  expect(report).toContain("You doubled it");
});

test("two runs give equal records apart from the clock", async () => {
  await grade();
  const other = join(folder.path, "other");
  await gradeFolder(classPath, other, { assignment: toy, request: { limits: { callMs: 500 } } });
  const [first, second] = [await readRecords(out), await readRecords(other)];
  for (const [id, record] of first) {
    expect(withoutClock(second.get(id) as SubmissionRecord)).toBe(withoutClock(record));
  }
}, 30_000);

test("an interrupted run keeps what was finished, and the next one takes it up", async () => {
  const controller = new AbortController();
  const stopAfterFirst = (event: GradeEvent): void => {
    if (event.kind === "finished") controller.abort(new Error("stop here"));
  };
  await expect(
    grade({ request: { jobs: 1 }, context: { signal: controller.signal, onProgress: stopAfterFirst } }),
  ).rejects.toThrow("stop here");
  const reused: boolean[] = [];
  const { records } = await grade({
    context: { onProgress: (event) => void (event.kind === "finished" && reused.push(event.reused)) },
  });
  expect(records).toHaveLength(3);
  expect(reused.filter((one) => one)).toHaveLength(1);
}, 30_000);

test("what has not changed is not graded again, unless asked for", async () => {
  await grade();
  await writeFile(join(classPath, "bob.ts"), programs["ada.ts"]);
  const graded: string[] = [];
  const onProgress = (event: GradeEvent): void => {
    if (event.kind === "finished" && !event.reused) graded.push(event.record.submission.id);
  };
  const { records } = await grade({ context: { onProgress } });
  expect(graded).toEqual(["bob.ts"]);
  expect(records.map((one) => one.score?.points)).toEqual(["2", "2", "0"]);
  expect(await readdir(join(out, "staff", "bob.ts", "history"))).toHaveLength(1);
  graded.length = 0;
  await grade({ request: { fresh: true }, context: { onProgress } });
  expect(graded.sort()).toEqual(["ada.ts", "bob.ts", "eve.ts"]);
}, 30_000);

test("--only grades what is named and keeps the records of the others", async () => {
  await grade();
  const { records } = await grade({ request: { only: ["ada.ts"], fresh: true } });
  expect(records.map((one) => one.submission.id)).toEqual(["ada.ts", "bob.ts", "eve.ts"]);
  await expect(grade({ request: { only: ["nobody"] } })).rejects.toThrow(UsageError);
}, 30_000);

test("a question that fails holds back the totals it touches, names itself, and spares the other questions", async () => {
  const { records, scores } = await grade({ assignment: { ...toy, questions: [square, throwing] } });
  const [ada, bob, eve] = records;
  for (const record of [ada, bob]) {
    expect(record).toMatchObject({ status: "not_graded" });
    expect(record).not.toHaveProperty("score");
    expect(record?.questions).toMatchObject([
      { id: "square", status: "graded" },
      {
        id: "throwing",
        status: "not_graded",
        fault: expect.stringMatching(
          /^question "throwing" failed while judging: planted \(at graders\/[\w/.-]+:\d+; report it with this line\)$/,
        ),
      },
    ]);
  }
  // A submission that gave no value has nothing to compare, so the planted fault cannot reach it.
  expect(eve).toMatchObject({ status: "graded" });
  expect(scores.submissions.map((one) => ("score" in one ? one.score?.points : undefined))).toEqual([
    undefined,
    undefined,
    "0",
  ]);
});

test("a record the disk refuses costs its own submission alone, and is named", async () => {
  for (const name of ["staff", "students"]) {
    await mkdir(join(out, name), { recursive: true });
    await writeFile(join(out, name, "bob.ts"), "a file where the folder should be");
  }
  await expect(grade()).rejects.toThrow(/could not be written: bob\.ts: /);
  const scores = JSON.parse(await readFile(join(out, "scores.json"), "utf8"));
  expect(scores.submissions.map((one: { status: string }) => one.status)).toEqual([
    "graded",
    "not_graded",
    "graded",
  ]);
  expect(await readdir(join(out, "students", "ada.ts"))).toContain("report.html");
  expect(await readdir(out)).toContain("index.html");
});
