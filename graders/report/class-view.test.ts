import { chainedAssignment, makeClassOf } from "../testing/class-of-thirty";
import { makeJudged, sampleRecords } from "../testing/sample-class";
import { classInput } from "../testing/sample-pages";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { createSentences } from "../wording/sentences";
import { english } from "../wording/translator";
import type { ClassInput } from "./class-input";
import { type ClassView, viewClass } from "./class-view";

const view = (input: Partial<ClassInput>): ClassView => {
  const { roster: _, ...rest } = classInput;
  return viewClass({ ...rest, ...input }, chainedAssignment, createSentences(english));
};
const thirty = makeClassOf(30, (n) => `s${String(n).padStart(2, "0")}`);

describe("what waits", () => {
  test("stands by cause, with what was written, and apart from what could not be run", () => {
    const { needsPerson, notRun } = view(thirty);
    const told = [...needsPerson, ...notRun].map(({ id, count, entries }) => [
      id,
      count,
      entries[0]?.texts.map(({ title, text }) => `${title}: ${text.slice(0, 11)}`),
    ]);
    expect(told).toEqual([
      ["explained", 6, ["Softmax: s00 because"]],
      ["does-not-compile", 1, ["null: s04 because"]],
    ]);
    expect(notRun[0]?.entries[0]?.says).toContain("submission.ts, line 3");
  });

  test("names the questions where nothing was written, and what was tampered with", () => {
    const mixed = makeVerdict("softmax", ["0.5", "2"], { kind: "mixed", readings: [] });
    const records = [
      sampleRecords.tampered,
      makeJudged("eve", [{ ...mixed, status: "pending_manual" } as typeof mixed]),
    ];
    expect(view({ records }).needsPerson.map(({ id, entries }) => [id, entries[0]?.says])).toEqual([
      ["tampering", expect.stringContaining("answer channel")],
      ["mixed", "Softmax"],
    ]);
  });

  test("holds who asks for another look, also where all is decided, in their words", () => {
    const { records: all } = thirty;
    const asks = (n: number, question: string) => ({
      ...{ schemaVersion: "1.0" as const, id: `a${n}`, at: "2026-02-01T00:00:00.000Z" },
      ...{ submission: all[n]?.submission.id ?? "", question, text: `Why?\u202E ${n}` },
    });
    const shown = view({ ...thirty, appeals: [asks(1, "softmax"), asks(2, "softmax"), asks(1, "padding")] });
    const found = shown.needsPerson.find(({ id }) => id === "appeal");
    expect(found?.count).toBe(2);
    expect(found?.entries.map(({ name, texts }) => [name, texts])).toEqual([
      [
        "s01 (s01)",
        [
          { title: "Softmax", text: "Why?\uFFFD 1" },
          { title: "Padding of a convolution", text: "Why?\uFFFD 1" },
        ],
      ],
      ["s02 (s02)", [{ title: "Softmax", text: "Why?\uFFFD 2" }]],
    ]);
    expect(shown.appeals).toEqual([
      { title: "Padding of a convolution", count: 1 },
      { title: "Softmax", count: 2 },
    ]);
  });

  test("is folded away where it would push everything else off the page", () => {
    const many = makeClassOf(90, (n) => `s${n}`);
    const [explained] = view(many).needsPerson;
    expect([explained?.count, explained?.isOpen]).toEqual([18, false]);
    expect(view(thirty).needsPerson[0]?.isOpen).toBe(true);
  });
});

describe("the table", () => {
  const readCells = (record: (typeof thirty.records)[number]): readonly string[] =>
    view({ records: [record] }).rows[0]?.cells.map(({ shade, points }) => `${shade} ${points}`) ?? [];

  test("tells apart what is wrong, not answered, not run and not graded", () => {
    const record = makeJudged("ada", [
      makeVerdict("padding", ["0", "1"], explainedBy("twice")),
      makeVerdict("softmax", ["0", "2"], { kind: "unanswered" }),
      makeVerdict("fused", ["1.125", "2"], explainedBy("twice"), { isBonus: true }),
    ]);
    expect(readCells(record)).toEqual(["none 0", "held n/g", "empty –", "high 1.125"]);
    expect(readCells(sampleRecords.broken)).toEqual(Array<string>(4).fill("held n/r"));
    expect(readCells(sampleRecords.failed)).toEqual(Array<string>(4).fill("held n/g"));
  });

  test("writes all totals with the decimals of the longest, and none for what could not be run", () => {
    const totals = ["0.125", "1", "0.5"].map((points, at) =>
      makeJudged(`s${at}`, [makeVerdict("padding", [points, "1"], explainedBy("twice"))]),
    );
    const { rows } = view({ records: [...totals, sampleRecords.broken] });
    expect(rows.map(({ total }) => total)).toEqual(["0.125", "1.000", "0.500", null]);
  });
});

test("figures leave out what could not be run, and what the grader failed on", () => {
  const { summary, bins, questions } = view(thirty);
  expect(summary).toMatchObject({ submissions: 30, counted: 28, waiting: 6, notRun: 1 });
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(28);
  expect(questions.map(({ measured }) => measured.counted)).toEqual([28, 28, 28, 28]);
});

test("what was carried along is told from where to where, and by whom", () => {
  const { carried } = view(thirty);
  expect(carried.map(({ from, to, count }) => [from, to, count])).toEqual([
    ["Padding of a convolution", "Standard convolution", 10],
  ]);
  expect(carried[0]?.madeBy[1]?.name).toBe("s03 (s03)");
});

test("the name of the class and the day stand in the title, where they are known", () => {
  const { className, dateWords } = view({ ...thirty, className: "Winter\u202E 7" });
  expect([className, dateWords]).toEqual(["Winter\uFFFD 7", "January 2, 2026"]);
  const empty = view({ records: [] });
  expect([empty.className, empty.date, empty.summary.quartiles]).toEqual([null, null, null]);
});

test("who was paid for words is listed with all that was written: the sentence may stand anywhere", () => {
  const questions = chainedAssignment.questions.map((question) => ({
    ...question,
    parts: question.parts.map((part) =>
      part.kind === "call"
        ? { ...part, readings: part.readings.map((one) => ({ ...one, byWords: true as const })) }
        : part,
    ),
  }));
  const explanation = `${"Much about little. ".repeat(1000)}The division counts as one.`;
  const paid = makeVerdict("softmax", ["2", "2"], explainedBy("exact"), { explanation });
  const input = { ...classInput, records: [makeJudged("eve", [paid])] };
  const { paidWords } = viewClass(input, { ...chainedAssignment, questions }, createSentences(english));
  expect(paidWords.map(({ reasons }) => reasons)).toEqual([[`Softmax: ${explanation}`]]);
});
