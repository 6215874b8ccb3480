import fc from "fast-check";
import type { SubmissionRecord } from "../../contract/record";
import type { PartFinding } from "../../contract/verdict";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { findStanding } from "../../records/hand-marks/standing";
import { makeHandMark } from "../../testing/hand-marks";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged, sampleRecords } from "../../testing/sample-class";
import { explainedBy, makeConvVerdict, makeVerdict } from "../../testing/sample-verdicts";
import { readChoice, writeChoice } from "./choose";
import { listGroups } from "./groups";

const words = "I counted the border twice because of the stride";
const judge = (id: string, explanation: string, finding: PartFinding = explainedBy("twice")) =>
  makeJudged(id, [
    makeVerdict("padding", ["0.25", "1"], finding, { explanation }),
    makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
  ]);
const open = (records: readonly SubmissionRecord[], lines: MarkingClass["lines"] = []): MarkingClass => ({
  records,
  lines,
  standing: findStanding(lines),
  notices: [],
});
const list = (marking: MarkingClass) =>
  listGroups(marking, sampleAssignment).map(({ question, reasons, waits, members }) => ({
    question,
    reasons: reasons.join(),
    waits,
    who: members.map(({ record }) => record.submission.id).join(),
  }));

test("who answered alike is one group whatever the words; the larger group comes first", () => {
  const other = judge("dan", words, explainedBy("exact"));
  const records = [other, judge("cem", `${words}, and once more`), judge("ann", words), judge("ben", "")];
  expect(list(open(records)).filter(({ waits }) => waits)).toEqual([
    { question: "padding", reasons: "explanation", waits: true, who: "cem,ann" },
    { question: "padding", reasons: "explanation", waits: true, who: "dan" },
  ]);
});

test("more texts than are read before one decision are another group; the same words stay together, and nobody is lost", () => {
  const property = fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 60 }), (texts) => {
    const records = texts.map((text, at) => judge(`s${String(at).padStart(2, "0")}`, `${words} ${text}`));
    const groups = listGroups(open(records), sampleAssignment);
    const read = groups.map(({ members }) => new Set(members.map(({ question }) => question.explanation)));
    expect(Math.max(...read.map(({ size }) => size))).toBeLessThanOrEqual(12);
    expect(read.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(texts).size);
    expect(groups).toHaveLength(Math.ceil(new Set(texts).size / 12));
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    expect(new Set(groups.map(({ behaviour }) => behaviour)).size).toBe(1);
    const ids = groups.flatMap(({ members }) => members.map(({ record }) => record.submission.id));
    expect(ids.sort()).toEqual(records.map(({ submission }) => submission.id));
  });
  fc.assert(property, { numRuns: 30 });
});

test("the same answer that was judged otherwise is another group", () => {
  const carried = judge("ben", words, { ...explainedBy("follows"), unproven: ["stride"] });
  const found = list(open([judge("ann", words), carried])).map(({ who, reasons }) => [who, reasons]);
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      ["ann", "explanation"],
      ["ben", "explanation,unproven"],
    ]),
  );
});

test("what is decided is gone, and waits again when it was decided for something else", () => {
  const ann = judge("ann", words);
  const mark = makeHandMark(ann, "padding", { kind: "full" });
  expect(list(open([ann], [mark])).filter(({ waits }) => waits)).toEqual([]);
  const elsewhere = { ...mark, id: "e".repeat(16), work: { ...mark.work, maxPoints: "4" } };
  expect(list(open([ann], [elsewhere]))).toMatchObject([{ reasons: "explanation,outdated", who: "ann" }]);
});

test("an interference keeps its answers apart from honest ones; what could not be run comes last of what waits", () => {
  const { tampered, broken } = sampleRecords;
  const groups = list(open([tampered, broken]));
  expect(groups.slice(0, 4).map(({ who }) => who)).toEqual(Array(4).fill("tampered"));
  expect(groups.slice(0, 4).every(({ reasons }) => reasons.includes("interfered"))).toBe(true);
  expect(groups.slice(4).map(({ question, reasons }) => [question, reasons])).toEqual([["*", "not-run"]]);
});

test("an unexplained answer and a zero among good answers are worth a look, and wait for nobody", () => {
  const finding: PartFinding = { kind: "unexplained", casesRight: 0, cases: 1, observations: [] };
  const record = makeJudged("ann", [
    makeVerdict("padding", ["0", "1"], finding),
    makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
    makeVerdict("softmax", ["2", "2"], explainedBy("exact")),
    makeVerdict("fused", ["0", "2"], { kind: "unanswered" }, { isBonus: true }),
  ]);
  expect(list(open([record]))).toEqual([
    { question: "padding", reasons: "zero,unexplained", waits: false, who: "ann" },
  ]);
});

test("an address says what is looked at, and any other text is the whole queue", () => {
  const choice = {
    filter: { kind: "mixed", question: "padding", search: "ann & co" },
    group: "ab12",
    at: 3,
  } as const;
  const read = (address: string) => readChoice(new URL(address, "http://127.0.0.1").searchParams);
  expect(read(writeChoice(choice))).toEqual(choice);
  expect(writeChoice(read("/?kind=whatever&at=-1&group="))).toBe("/");
});

test("what is decided can be found and decided anew, apart by what was decided", () => {
  const records = ["ann", "ben", "cem"].map((id) => judge(id, words));
  const gives = [{ kind: "full" }, { kind: "full" }, { kind: "none" }] as const;
  const marks = records.flatMap((record, index) => {
    const given = gives[index];
    return given === undefined ? [] : [makeHandMark(record, "padding", given)];
  });
  expect(list(open(records, marks))).toEqual([
    { question: "padding", reasons: "decided", waits: false, who: "ann,ben" },
    { question: "padding", reasons: "decided", waits: false, who: "cem" },
  ]);
});
