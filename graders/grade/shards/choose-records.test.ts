import type { SubmissionRecord } from "../../contract/record";
import { buildRecord } from "../../records/record";
import { sampleBatch, sampleClock } from "../../testing/sample-class";
import { chooseRecords, describeMissing } from "./choose-records";
import type { ShardOutput } from "./read-output";
import { describeShard } from "./shard-file";

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const nothing = { folder: "whole", records: [] };

interface Graded {
  readonly content?: string;
  readonly fault?: string;
  readonly hour?: string;
  readonly seed?: string;
}

/** With no question judged: worth 0, or a fault of ours. */
function makeRecord(id: string, { content = "c", fault, hour = "03", seed }: Graded = {}): SubmissionRecord {
  const output = { stdout: hour, stderr: "" };
  const batch = { ...sampleBatch, ...(seed === undefined ? {} : { seedDigest: digest(seed) }) };
  return buildRecord(
    batch,
    { id, contentDigest: digest(content) },
    fault === undefined
      ? { kind: "judged", questions: [], tampering: null, output }
      : { kind: "fault", fault },
    { ...sampleClock, finishedAt: `2026-01-02T${hour}:00:00.000Z` },
  );
}

/** Of the ids below, ann and bob are in the first of three shards, hal in the second, cy in the third. */
const classIds = ["ann", "bob", "cy", "hal"];

function makeOutput(index: number, records: readonly SubmissionRecord[], content = "c"): ShardOutput {
  const found = classIds.map((id) => ({
    kind: "submission" as const,
    id,
    entry: "submission.ts",
    files: [],
    contentDigest: digest(content),
  }));
  const file = describeShard({ index, count: 3 }, sampleBatch, found);
  return { folder: `out-${index}`, file, records, roster: undefined };
}

const whole = [
  makeOutput(1, [makeRecord("ann"), makeRecord("bob")]),
  makeOutput(2, [makeRecord("hal")]),
  makeOutput(3, [makeRecord("cy")]),
];
const listIds = (records: readonly SubmissionRecord[]) => records.map((one) => one.submission.id).sort();

test("all parts together have everybody, and nothing is worth a word", () => {
  const { records, missing, notices } = chooseRecords(whole, nothing);
  expect(listIds(records)).toEqual(classIds);
  expect([missing, notices]).toEqual([[], []]);
});

test("a part that was not run, and one that was interrupted, are told apart by what is to be done", () => {
  const outputs = [makeOutput(1, [makeRecord("ann")]), makeOutput(2, [makeRecord("hal")])];
  const { missing } = chooseRecords(outputs, nothing);
  expect(missing).toEqual(["bob", "cy"]);
  expect(describeMissing(missing, outputs)).toBe(
    "2 of 4 submissions are missing: out-1 was interrupted, run its command again (bob); no output of --shard 3/3 (cy)",
  );
});

test("who is missing where workers of a queue were given anyone, nobody's command alone can bring back", () => {
  const part = makeOutput(1, [makeRecord("ann"), makeRecord("cy"), makeRecord("hal")]);
  const outputs = [{ ...part, file: { ...part.file, shard: { index: 1, count: 1 } } }];
  expect(describeMissing(chooseRecords(outputs, nothing).missing, outputs)).toBe(
    "1 of 4 submissions are missing: in no output: run a worker again, after npm run worker -- --enqueue --again where a machine was lost (bob)",
  );
});

test.each([
  ["of an earlier hand-in", { content: "d" }],
  ["under another seed", { seed: "d" }],
])("a record %s does not stand for what its part should have graded", (_, odd) => {
  const outputs = [makeOutput(1, [makeRecord("ann", odd), makeRecord("bob")]), ...whole.slice(1)];
  expect(chooseRecords(outputs, nothing).missing).toEqual(["ann"]);
});

test("a fault of ours is on record, not missing", () => {
  const outputs = [
    makeOutput(1, [makeRecord("ann", { fault: "disk" }), makeRecord("bob")]),
    ...whole.slice(1),
  ];
  expect(chooseRecords(outputs, nothing).missing).toEqual([]);
});

test("of two outputs of one part the newer record counts, and it is said", () => {
  const again = { ...makeOutput(1, [makeRecord("ann", { hour: "09" })]), folder: "out-1-again" };
  const { records, notices } = chooseRecords([...whole, again], nothing);
  expect(records.find((one) => one.submission.id === "ann")).toBe(again.records[0]);
  expect(notices).toEqual([
    "ann: out-1-again and out-1 say something else of it; taken from out-1-again, newer",
  ]);
});

test("a mark counts before a newer failure", () => {
  const again = {
    ...makeOutput(1, [makeRecord("ann", { hour: "09", fault: "disk" })]),
    folder: "out-1-again",
  };
  const { records, notices } = chooseRecords([again, ...whole], nothing);
  expect(records.find((one) => one.submission.id === "ann")).toBe(whole[0]?.records[0]);
  expect(notices[0]).toMatch(/taken from out-1, which has a mark$/);
});

test("two outputs that say the same need no word, and what was merged before stands", () => {
  const earlier = { folder: "whole", records: [makeRecord("ann"), makeRecord("left")] };
  const { records, missing, notices } = chooseRecords([...whole, whole[0] as ShardOutput], earlier);
  expect(listIds(records)).toEqual([...classIds, "left"].sort());
  expect([missing, notices]).toEqual([[], []]);
});
