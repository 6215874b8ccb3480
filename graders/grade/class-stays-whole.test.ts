import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { GraderFault, UsageError } from "../contract/faults";
import type { Submission } from "../contract/submission";
import type { RubricHistory } from "../records/changed-questions";
import { rubricsVersion } from "../records/rubrics-file";
import { openStore } from "../records/store";
import { gradeFolder } from "../testing/grade-folder";
import { sampleBatch, sampleRecords } from "../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";
import { gatherRecords, takeForClass } from "./class-records";
import type { GradingTools } from "./grade-submission";
import { lockFolder } from "./lock";
import { recordSubmission } from "./record-submission";
import { rewriteClass } from "./rewrite-class";

const toy: Assignment = toyAssignment;
let folder: TemporaryFolder;
let classPath: string;
let out: string;

/** Ann and Bob can be run, Cy cannot; Dee is on the roster and handed in nothing. */
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  classPath = join(folder.path, "class");
  out = join(folder.path, "out");
  for (const [id, source] of Object.entries({ ann: "1", bob: "2", cy: "(" })) await handIn(id, source);
  await writeFile(join(folder.path, "roster.csv"), "id,name\nann,Ann\nbob,Bob\ncy,Cy\ndee,Dee\n");
});
afterEach(() => folder.remove());

async function handIn(id: string, expression: string): Promise<void> {
  await mkdir(join(classPath, id), { recursive: true });
  await writeFile(join(classPath, id, "submission.ts"), `export const x = ${expression};\n`);
}

const rosterPath = (): string => join(folder.path, "roster.csv");
const grade = (request: Record<string, unknown> = {}, path = classPath) =>
  gradeFolder(path, out, { assignment: toy, request });
const readScores = async () => JSON.parse(await readFile(join(out, "scores.json"), "utf8"));
const listStatuses = async (): Promise<readonly unknown[]> =>
  (await readScores()).submissions.map((one: { id: string | null; status: string }) => [one.id, one.status]);

const everybody = [
  ["ann", "pending_manual"],
  ["bob", "pending_manual"],
  ["cy", "ungradable"],
  [null, "not_submitted"],
];

test("whatever part is graded, the scores hold the class: ungradable and absent people keep their status", async () => {
  await grade({ rosterPath: rosterPath() });
  expect(await listStatuses()).toEqual(everybody);
  await grade({ only: ["ann"] });
  expect(await listStatuses()).toEqual(everybody);
  await grade({ only: ["ann"], fresh: true, rosterPath: rosterPath() });
  expect(await listStatuses()).toEqual(everybody);
  await grade({}, join(classPath, "bob"));
  expect(await listStatuses()).toEqual(everybody);
  await rm(join(out, "scores.json"));
  await rewriteClass(out, toy, join(__dirname, "..", ".."));
  expect(await listStatuses()).toEqual(everybody);
}, 60_000);

test("a mark that would not be given again is shown as older, with its time and what has changed", async () => {
  await grade();
  await handIn("bob", "3");
  await grade({ only: ["ann"] });
  const older = async () =>
    (await readScores()).submissions.map((one: { id: string; older?: { because: string } }) => [
      one.id,
      one.older?.because,
    ]);
  expect(await older()).toEqual([
    ["ann", undefined],
    ["bob", "hand-in-changed"],
    ["cy", undefined],
  ]);
  await rewriteClass(out, toy, join(__dirname, "..", ".."));
  expect((await older())[1]).toEqual(["bob", "hand-in-changed"]);
  await grade({ only: ["ann"], seed: "another" });
  expect((await older()).slice(0, 2)).toEqual([
    ["ann", undefined],
    ["bob", "hand-in-changed"],
  ]);
  await grade({ seed: "another" });
  expect((await older()).map(([, because]: [string, string]) => because)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
}, 60_000);

test("who has left the class folder stays in the class", async () => {
  await grade();
  await rm(join(classPath, "bob"), { recursive: true });
  await grade();
  expect((await listStatuses()).map((one) => (one as string[])[0])).toEqual(["ann", "bob", "cy"]);
}, 60_000);

test.each<[string, (path: string) => Promise<unknown>]>([
  ["cut off", (path) => truncate(path, 100)],
  ["empty", (path) => truncate(path)],
  ["of another shape", (path) => writeFile(path, "{}")],
  ["gone", (path) => rm(path)],
  ["gone with its folder", (path) => rm(dirname(path), { recursive: true })],
])(
  "whose record is %s stays in the class as not graded, named, until it is graded again",
  async (_, spoil) => {
    await handIn("Björn Ö", "1");
    await grade({ rosterPath: rosterPath() });
    const [lost, odd] = [openStore(out).getFolder("bob"), openStore(out).getFolder("Björn Ö")];
    for (const name of [lost, odd]) await spoil(join(out, "staff", name, "record.json"));
    const { records } = await grade({ only: ["ann"] });
    const status = Object.fromEntries(records.map((record) => [record.submission.id, record.status]));
    const waits = "pending_manual";
    expect(status).toEqual({ ann: waits, cy: "ungradable", bob: "not_graded", "Björn Ö": "not_graded" });
    expect(records.find(({ fault }) => fault !== undefined)?.fault).toMatch(/record\.json: .*grade this/);
    expect(await listStatuses()).toContainEqual(["bob", "not_graded"]);
    expect(await readFile(join(out, "gradebook.csv"), "utf8")).toMatch(/bob.*not_graded/);
    await grade({}, join(classPath, "ann"));
    expect(await listStatuses()).toContainEqual(["bob", "not_graded"]);
    await grade();
    expect(await listStatuses()).toEqual([["Björn Ö", waits], ...everybody]);
  },
  60_000,
);

test("another class is refused in one line, and nothing of the first is touched", async () => {
  await grade();
  const before = await readFile(join(out, "scores.json"), "utf8");
  const other = join(folder.path, "other");
  await mkdir(join(other, "zoe"), { recursive: true });
  await writeFile(join(other, "zoe", "submission.ts"), "export const x = 1;\n");
  await expect(grade({}, other)).rejects.toThrow(UsageError);
  await expect(grade({}, other)).rejects.toThrow(
    /holds the results of another class .*choose another folder/,
  );
  expect(await readFile(join(out, "scores.json"), "utf8")).toBe(before);
  expect(await readdir(join(out, "staff"))).not.toContain("zoe");
}, 60_000);

test("a newcomer of the same class may be graded alone", async () => {
  await grade();
  await handIn("zoe", "1");
  await grade({}, join(classPath, "zoe"));
  expect((await listStatuses()).map((one) => (one as string[])[0])).toEqual(["ann", "bob", "cy", "zoe"]);
}, 60_000);

test("a second grader in the same folder refuses, and so does a report", async () => {
  await grade();
  const unlock = await lockFolder(out);
  await expect(grade()).rejects.toThrow(/another grader works here/);
  await expect(rewriteClass(out, toy, join(__dirname, "..", ".."))).rejects.toThrow(/another grader/);
  await unlock();
  await grade();
  expect(await readdir(out)).not.toContain("grading.lock");
}, 60_000);

test("when the grader fails on a second try, the earlier mark stands, is shown as older, and the failure is named", async () => {
  const store = openStore(out);
  const { full } = sampleRecords;
  await store.writeRecord(full);
  const found: Submission = {
    kind: "submission",
    id: full.submission.id,
    entry: "submission.ts",
    files: [],
    contentDigest: full.submission.contentDigest ?? "",
  };
  const compiler = { compile: () => Promise.reject(new GraderFault("planted")), close: async () => {} };
  const facts = { ...sampleBatch, assignment: toy };
  const take = takeForClass([], toy);
  const tools = { compiler } as unknown as GradingTools;
  const { rubricDigest, planDigest } = facts;
  const history: RubricHistory = {
    now: {
      ...{ schemaVersion: rubricsVersion, rubricDigest, planDigest },
      ...{ shared: rubricDigest, questions: {} },
    },
    known: [],
    widen: () => ({ touched: new Set<string>(), needed: new Set<string>() }),
  };
  const recording = { tools, facts, history, store, take, now: () => new Date() };
  const records = [await recordSubmission(recording, found, {})];
  expect(records[0]?.fault).toBe("planted");
  const whole = await gatherRecords(store, {
    facts,
    records,
    found: [found],
    told: null,
    take,
    now: () => new Date(),
  });
  expect(whole.records).toEqual([take(full)]);
  expect(whole.failedAgain).toEqual([{ id: full.submission.id, fault: "planted" }]);
  expect([...whole.older.values()]).toEqual([{ gradedAt: full.clock.finishedAt, because: "failed" }]);
  const told = { sandbox: facts.sandbox, ids: [full.submission.id], older: whole.older };
  const later = { facts, records: [], found: [], told, take, now: () => new Date() };
  expect((await gatherRecords(store, later)).older).toEqual(whole.older);
});
