import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import { outputFiles } from "../../records/output-files";
import { takeWeights } from "../../records/weights/weights-file";
import { gradeFolder } from "../../testing/grade-folder";
import { signature } from "../../testing/hand-marks";
import { projectRoot } from "../../testing/project-root";
import { readOutFolder } from "../../testing/read-out-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { toyAssignment } from "../../testing/toy-assignment";
import { lockFolder } from "../lock";
import { giveMarks } from "../marking/give-marks";
import { rewriteClass } from "../rewrite-class";
import { type MergeRequest, mergeClass } from "./merge-class";

let folder: TemporaryFolder;
const at = (...path: string[]): string => join(folder.path, ...path);

const answers = {
  ann: "export const area = (r, c) => r * c;",
  bob: "export const area = (r, c) => 2 * r * c;",
  cy: "export const area = (",
  hal: "export const area = (r, c) => r * c;\nexport const price = (r, c) => 3 * r * c;",
  jon: "export const price = (r) => 3 * r;",
};
const roster = "id,name\nann,Ann\nbob,Bob\ncy,Cy\nhal,Hal\nzoe,Zoe\n";
const parts = ["1", "2", "3"].map((index) => ({ index: Number(index), count: 3, out: `out-${index}` }));

const grade = (out: string, request: Record<string, unknown> = {}) =>
  gradeFolder(at("class"), at(out), { assignment: toyAssignment, hasOwnSeed: true, request });
const merge = (outputs: readonly string[], out: string, request: Partial<MergeRequest> = {}) =>
  mergeClass({
    outputs: outputs.map((one) => at(one)),
    outFolder: at(out),
    assignment: toyAssignment,
    root: projectRoot,
    ...request,
  });
const all = parts.map(({ out }) => out);

/** Graded whole, and in three parts under the same seed. Zoe handed in nothing; nobody knows jon. */
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  for (const [id, source] of Object.entries(answers)) {
    await mkdir(at("class", id), { recursive: true });
    await writeFile(at("class", id, "submission.ts"), `${source}\n`);
  }
  await writeFile(at("roster.csv"), roster);
  await grade("once", { rosterPath: at("roster.csv") });
  for (const { out, ...shard } of parts) {
    await mkdir(at(out));
    await cp(at("once", "seed.key"), at(out, "seed.key"));
    // The others draw a key of their own: pseudonyms are the first part's.
    if (shard.index === 1) await cp(at("once", "roster.key"), at(out, "roster.key"));
    await grade(out, { shard, rosterPath: at("roster.csv") });
  }
}, 120_000);
afterAll(() => folder.remove());

const readOut = (out: string) => readOutFolder(at(out));

const listStatuses = async (out: string): Promise<readonly (readonly [string | null, string])[]> => {
  const { submissions } = JSON.parse(await readFile(at(out, "scores.json"), "utf8"));
  return submissions.map((one: { id: string | null; status: string }) => [one.id, one.status]);
};

test("three parts, merged in any order, are byte for byte the output of one run but for clocks", async () => {
  const { notices, missing } = await merge([...all].reverse(), "whole");
  const merged = await readOut("whole");
  const once = await readOut("once");
  expect(Object.keys(merged)).toEqual(Object.keys(once));
  expect(merged).toEqual(once);
  expect([notices, missing]).toEqual([[], []]);
}, 60_000);

test("a part has marks for its own alone, and calls nobody absent who handed in elsewhere", async () => {
  const ids = new Map<string, number>();
  for (const out of all) {
    const statuses = await listStatuses(out);
    expect(statuses.filter(([, status]) => status === "not_submitted")).toHaveLength(1);
    for (const [id] of statuses) if (id !== null) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  expect([...ids].sort()).toEqual(Object.keys(answers).map((id) => [id, 1]));
});

test("merged again, and after an interruption at any file, it is the same", async () => {
  await merge(all, "again");
  await rm(at("again", "scores.json"));
  await rm(at("again", "students"), { recursive: true });
  await rm(at("again", "staff", "bob"), { recursive: true });
  await merge(all, "again");
  expect(await readOut("again")).toEqual(await readOut("once"));
}, 60_000);

test("a part that is missing is refused by name, and with partial its people are neither graded nor absent", async () => {
  await expect(merge(["out-1", "out-3"], "part")).rejects.toThrow(UsageError);
  await expect(merge(["out-1", "out-3"], "part")).rejects.toThrow(
    /^1 of 5 submissions are missing: no output of --shard 2\/3 \(hal\); or merge .* --partial$/,
  );
  expect(await readdir(folder.path)).not.toContain("part");
  const { missing } = await merge(["out-1", "out-3"], "part", { partial: true });
  expect(missing).toEqual(["hal"]);
  const statuses = await listStatuses("part");
  expect(statuses.map(([id]) => id)).toEqual(["ann", "bob", "cy", "jon", null]);
  await merge(all, "part");
  expect(await readOut("part")).toEqual(await readOut("once"));
}, 60_000);

test("a roster that is given to the merge takes the place of the parts'", async () => {
  await writeFile(at("later.csv"), `${roster}jon,Jon\n`);
  const { scores } = await merge(all, "later", { rosterPath: at("later.csv") });
  expect(scores.submissions.filter((one) => one.subject === null)).toEqual([]);
}, 60_000);

test("an output that somebody writes to, that is no part's, or that is named twice, is refused", async () => {
  const unlock = await lockFolder(at("out-2"));
  await expect(merge(all, "refused")).rejects.toThrow(/out-2: another grader works here/);
  await unlock();
  await expect(merge([...all, "once"], "refused")).rejects.toThrow(/once: expected the output of .*--shard/);
  await expect(merge(["out-1", "out-1"], "refused")).rejects.toThrow(/the same folder as/);
  await expect(merge(all, "out-2")).rejects.toThrow(/^--out: /);
  await expect(merge(["nowhere"], "refused")).rejects.toThrow(/nowhere: expected .* got no folder/);
});

test("results of another class, and another seed, are not merged into", async () => {
  await mkdir(at("other", "ivy"), { recursive: true });
  await writeFile(at("other", "ivy", "submission.ts"), "export const area = 1;\n");
  await gradeFolder(at("other"), at("taken"), { assignment: toyAssignment, hasOwnSeed: true });
  await expect(merge(all, "taken")).rejects.toThrow(/results of another class/);
  await rm(at("taken", "staff"), { recursive: true });
  await expect(merge(all, "taken")).rejects.toThrow(/holds another seed/);
}, 60_000);

test("a part without a seed that the others know is refused before anything is graded", async () => {
  const shard = { index: 1, count: 2 };
  await expect(grade("lone", { shard })).rejects.toThrow(
    /^every part of a class needs the same seed: .*seed\.key/,
  );
  expect(await readdir(folder.path)).not.toContain("lone");
});

test("a part that nobody falls into is graded, and merges", async () => {
  await mkdir(at("one", "ann"), { recursive: true });
  await writeFile(at("one", "ann", "submission.ts"), `${answers.ann}\n`);
  for (const index of [1, 2])
    await gradeFolder(at("one"), at(`one-${index}`), {
      assignment: toyAssignment,
      request: { shard: { index, count: 2 }, discovery: { as: "class" } },
    });
  const { records } = await merge(["one-1", "one-2"], "one-whole");
  expect(records.map((one) => one.submission.id)).toEqual(["ann"]);
  expect(await readdir(at("one-whole"))).not.toContain(outputFiles.seedKey.path);
}, 60_000);

test("a part that is run again, without its roster, keeps what it knows of the whole class", async () => {
  await grade("out-3", { shard: { index: 3, count: 3 } });
  await merge(all, "resumed");
  expect(await readOut("resumed")).toEqual(await readOut("once"));
}, 60_000);

test("what was told of the sandbox stands when pages are written again: the weakest machine's, whichever was the last", async () => {
  await Promise.all(all.map((out) => cp(at(out), at(`weak-${out}`), { recursive: true })));
  const path = at("weak-out-1", outputFiles.shard.path);
  const file = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...file, sandbox: { ...file.sandbox, level: "minimal" } }));
  const weak = all.map((out) => `weak-${out}`);
  const { scores } = await merge(weak, "weak");
  expect(scores.sandbox.level).toBe("minimal");
  const before = await readOut("weak");
  await rewriteClass(at("weak"), toyAssignment, projectRoot);
  expect(await readOut("weak")).toEqual(before);
  await rm(at("weak", "scores.json"));
  const { scores: again } = await rewriteClass(at("weak"), toyAssignment, projectRoot);
  expect(again.sandbox).toEqual(file.sandbox);
}, 60_000);

test("what records said before they were replaced goes along, and drafts of it do not", async () => {
  const history = ["staff", "ann", "history"];
  const holder = all.find((out) => existsSync(at(out, "staff", "ann"))) as string;
  await mkdir(at(holder, ...history));
  await writeFile(at(holder, ...history, "2026-01-01~abc.json"), Buffer.from([0x7b, 0xff]));
  await writeFile(at(holder, ...history, ".2026.0123456789ab"), "half");
  for (const _ of ["once", "again"]) {
    await merge(all, "with-history");
    expect(await readdir(at("with-history", ...history))).toEqual(["2026-01-01~abc.json"]);
  }
  expect(await readFile(at("with-history", ...history, "2026-01-01~abc.json"))).toEqual(
    Buffer.from([0x7b, 0xff]),
  );
  await rm(at(holder, ...history), { recursive: true });
}, 60_000);

test("questions that count otherwise in a part alone are refused, and what is said of the whole stands", async () => {
  const weights = [{ question: "area", factor: "0", why: "It could be read in two ways." }];
  const weighed = all.map((out) => `weighed-${out}`);
  await Promise.all(all.map((out) => cp(at(out), at(`weighed-${out}`), { recursive: true })));
  const readMost = async (out: string): Promise<unknown> =>
    JSON.parse(await readFile(at(out, "scores.json"), "utf8")).submissions[0].score.maxPoints;
  await takeWeights(at("weighed-out-2"), weights);
  await expect(merge(weighed, "weighed")).rejects.toThrow(
    /weighed-out-2: counts other questions otherwise than/,
  );
  expect(await readdir(folder.path)).not.toContain("weighed");
  for (const out of weighed) await takeWeights(at(out), weights);
  expect((await merge(weighed, "weighed")).notices).toEqual([]);
  expect(await readMost("weighed")).not.toBe(await readMost("once"));
  await rewriteClass(at("weighed"), toyAssignment, projectRoot, { weights: [] });
  expect((await merge(weighed, "weighed")).notices).toEqual([
    expect.stringMatching(/said of the whole stands$/),
  ]);
  expect(await readMost("weighed")).toBe(await readMost("once"));
}, 60_000);

test("what people decided in a part goes along once, and what they decide afterwards stands through another merge", async () => {
  const holder = all.find((out) => existsSync(at(out, "staff", "bob"))) as string;
  const outputs = all.map((out) => (out === holder ? "decided" : out));
  await cp(at(holder), at("decided"), { recursive: true });
  const decide = (out: string, points: string) => {
    const gives = { kind: "points" as const, points };
    return giveMarks(
      { outFolder: at(out), assignment: toyAssignment, root: projectRoot },
      { kind: "one", decision: { submission: "bob", question: "area", gives, comment: "", note: "" } },
      { ...signature, at: new Date() },
    );
  };
  const readPoints = async (): Promise<unknown> => {
    const { scores } = await merge(outputs, "with-marks");
    const bob = scores.submissions.find((one) => one.id === "bob");
    return bob && "score" in bob ? bob.score?.points : undefined;
  };
  expect(await readPoints()).toBe("0.5");
  await decide("decided", "0.8");
  expect(await readPoints()).toBe("0.8");
  await decide("with-marks", "0.9");
  expect(await readPoints()).toBe("0.9");
  const lines = await readFile(at("with-marks", outputFiles.handMarks.path), "utf8");
  expect(lines.trim().split("\n")).toHaveLength(2);
}, 60_000);
