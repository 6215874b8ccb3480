import { SchemaError } from "../contract/schemas/ajv";
import { hostileExplanation, sampleClock, sampleRecords } from "../testing/sample-class";
import { checkRecord, isSameApartFromClock, parseRecord } from "./record-check";
import { formatRecord } from "./store";

const { full, mixed, broken, heldBack, failed } = sampleRecords;

describe("checkRecord", () => {
  test.each(Object.entries(sampleRecords))(
    "accepts the record of kind %s, and again after a trip through JSON",
    (_, record) => {
      expect(checkRecord(record, "record.json")).toBe(record);
      expect(parseRecord(formatRecord(record), "record.json")).toEqual(record);
    },
  );

  test("keeps hostile text byte by byte, half characters included", () => {
    const [first, ...others] = mixed.questions;
    if (first === undefined) throw new Error("expected a question");
    const record = {
      ...mixed,
      questions: [{ ...first, explanation: `${hostileExplanation}\ud800\u0000` }, ...others],
    };
    expect(parseRecord(formatRecord(record), "record.json")).toEqual(record);
  });

  const score = full.score;
  const graded = full.questions[0];
  test.each<[string, unknown, string]>([
    ["a score with not_graded", { ...heldBack, score }, "at /score: expected nothing here"],
    ["no score with graded", { ...full, score: undefined }, 'at the top: expected a field "score"'],
    ["no score field with graded", withoutField(full, "score"), 'at the top: expected a field "score"'],
    ["points for ungradable", { ...broken, score }, 'at /score/points: expected "0", got "5"'],
    ["no reason for ungradable", withoutField(broken, "ungradable"), 'expected a field "ungradable"'],
    [
      "a reason for ungradable with graded",
      { ...full, ungradable: broken.ungradable },
      "at /ungradable: expected nothing here",
    ],
    ["a fault with graded", { ...full, fault: "x" }, "at /fault: expected nothing here"],
    [
      "a question not graded in a graded record",
      { ...full, questions: heldBack.questions },
      "at /questions/2/status: expected one of",
    ],
    [
      "an ungradable question in a graded record",
      { ...full, questions: broken.questions },
      "at /questions/0/status: expected one of",
    ],
    [
      "a graded question in an ungradable record",
      { ...broken, questions: full.questions },
      'at /questions/0/status: expected "ungradable"',
    ],
    [
      "points on a question not graded",
      { ...failed, questions: [{ ...failed.questions[0], points: "0" }] },
      'expected no field of this name, got "points"',
    ],
    [
      "a number as points",
      { ...full, questions: [{ ...graded, points: 1 }] },
      "at /questions/0/points: expected string, got 1",
    ],
    [
      "negative points",
      { ...full, questions: [{ ...graded, points: "-1" }] },
      "at /questions/0/points: expected text like",
    ],
    [
      "a question without parts",
      { ...full, questions: [{ ...graded, parts: [] }] },
      "at /questions/0/parts: expected a list of at least 1",
    ],
    [
      "a text among the numbers to draw",
      { ...full, questions: [{ ...graded, shown: { intensity: ["1"] } }] },
      'at /questions/0/shown/intensity/0: expected number, got "1"',
    ],
    [
      "more numbers than any drawing takes",
      { ...full, questions: [{ ...graded, shown: { intensity: Array(257).fill(1) } }] },
      "at /questions/0/shown/intensity: expected",
    ],
    [
      "numbers that nothing draws",
      { ...full, questions: [{ ...graded, shown: { secret: [1] } }] },
      'expected no field of this name, got "secret"',
    ],
    ["a field nobody knows", { ...full, extra: 1 }, 'expected no field of this name, got "extra"'],
    [
      "another major version",
      { ...full, schemaVersion: "4.0" },
      'at /schemaVersion: expected one of ["3.0","3.1","3.2","3.3","3.4","3.5","3.6","3.7","3.8","3.9"], got "4.0"',
    ],
    [
      "a total that is not the sum",
      { ...full, score: { ...score, points: "4" } },
      "at /score/points: expected 5, the sum of its parts, got 4",
    ],
    [
      "a bonus that is not the sum",
      { ...full, score: { ...score, bonus: "0" } },
      "at /score/bonus: expected 2, the sum of its parts, got 0",
    ],
    [
      "a question that is not the sum of its parts",
      { ...full, questions: [{ ...graded, points: "0.5" }] },
      "at /questions/0/points: expected 1, the sum of its parts, got 0.5",
    ],
    [
      "a time without zone",
      { ...full, clock: { ...sampleClock, startedAt: "2026-01-02T03:04:05.678" } },
      "at /clock/startedAt: expected text like",
    ],
    ["no object", "graded", 'at the top: expected object, got "graded"'],
  ])("refuses %s", (_, value, expected) => {
    expect(() => checkRecord(value, "record.json")).toThrow(SchemaError);
    expect(() => checkRecord(value, "record.json")).toThrow(expected);
  });
});

describe("isSameApartFromClock", () => {
  test("does not look at times", () => {
    expect(isSameApartFromClock(full, { ...full, clock: { ...sampleClock, durationMs: 7 } })).toBe(true);
  });

  test("sees every other difference", () => {
    expect(isSameApartFromClock(full, { ...full, seedDigest: "other" })).toBe(false);
    expect(isSameApartFromClock(full, mixed)).toBe(false);
  });
});

function withoutField(record: object, name: string): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
