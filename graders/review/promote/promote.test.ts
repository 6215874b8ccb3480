import type { Acceptance, AnswerShape } from "../../contract/accepted-option";
import type { Observation } from "../../contract/observation";
import type { CallPart } from "../../contract/question";
import type { PartFinding } from "../../contract/verdict";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { findQuestions } from "../../testing/find-questions";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged } from "../../testing/sample-class";
import { explainedBy, makeConvVerdict, makePartVerdict, makeVerdict } from "../../testing/sample-verdicts";
import { describeShape, findShape } from "./find-shape";
import { choosePromotable, listPromotable } from "./list-promotable";
import { makeAcceptance, makeWithdrawal } from "./make-acceptance";
import { writeSource } from "./source-text";

const unexplained = (...observations: readonly Observation[]): PartFinding => ({
  kind: "unexplained",
  casesRight: 0,
  cases: 4,
  observations,
});
const picked: PartFinding = {
  kind: "explained",
  reading: { id: "twice", kind: "misconception", credit: "0.25", picks: { sides: "twice", unit: "bits" } },
};
const paddingPart = sampleAssignment.questions.find(({ id }) => id === "padding")?.parts[0] as CallPart;
const formula: Observation = {
  kind: "formula",
  terms: [
    { coefficient: 2, powers: { rows: 1, columns: 2 } },
    { coefficient: -5, powers: {} },
  ],
};

test.each<[string, PartFinding, string | null]>([
  [
    "a formula",
    unexplained({ kind: "growth", dimension: "rows", expected: 1, came: 2 }, formula),
    "2·rows·columns^2 - 5",
  ],
  ["a factor", unexplained({ kind: "factor", factor: "3/2" }), "an accepted answer times 3/2"],
  ["an offset", unexplained({ kind: "offset", offset: "-5" }), "an accepted answer less 5"],
  ["options", picked, "sides: twice, unit: bits"],
  ["a rule", explainedBy("twice"), "twice"],
  ["a rounded factor", unexplained({ kind: "factor", factor: "0.3333" }), null],
  ["a factor of one field", unexplained({ kind: "factor", factor: "2", field: "macs" }), null],
  ["nothing that was seen", unexplained(), null],
  ["what earns all that options give", { ...explainedBy("rounded"), unproven: ["stride"] }, null],
  ["nothing handed in", { kind: "unanswered" }, null],
])("answers could be recognised by %s, or not", (_, finding, says) => {
  const shape = findShape(makePartVerdict("padding", "0", "1", finding), paddingPart);
  expect(shape === null ? null : describeShape(shape)).toBe(says);
});

test("what would accept more answers than were seen is nothing to accept: an open option, a solved number, a property", () => {
  const open = findQuestions("adam-peak", "optimal-batch", "intensity-plot").flatMap(({ id, parts }) =>
    parts.flatMap((part) => {
      if (part.kind !== "call") return [];
      const options = Object.entries(part.model?.choices ?? {}).flatMap(([choice, all]) =>
        all
          .filter(({ leavesOpen, solved, credit }) => credit !== undefined && (leavesOpen || solved))
          .map((one) => [{ [choice]: one.id }, one] as const),
      );
      const rules = part.readings.filter((one) => one.by === "rule" && !one.isExact && !one.isOfClass);
      const readings = [
        ...options.map(([picks, { id, credit = "1" }]) => ({ id, credit, picks })),
        ...rules.map(({ id, credit }) => ({ id, credit })),
      ].filter(({ credit }) => credit !== "1");
      return readings.map((reading) => {
        const kind = "misconception" as const;
        const verdict = makePartVerdict(part.id, "0", "1", {
          kind: "explained",
          reading: { ...reading, kind },
        });
        return [`${id}/${part.id}: ${reading.id}`, findShape(verdict, part)] as const;
      });
    }),
  );
  const names = open.map(([name]) => name).join("\n");
  expect(names).toMatch(/right-parts/);
  expect(names).toMatch(/search-too-short/);
  expect(names).toMatch(/falling/);
  expect(open.filter(([, shape]) => shape !== null)).toEqual([]);
});

const words = "I counted the border twice because of the stride";
const conv = makeConvVerdict(unexplained(formula), unexplained(formula), "0");
const records = ["ann", "ben"].map((id) =>
  makeJudged(id, [makeVerdict("padding", ["0", "1"], picked, { explanation: words }), conv]),
);
const marking: MarkingClass = { records, lines: [], standing: new Map(), notices: [] };
const [padding] = listPromotable(marking, sampleAssignment);

test("a group is chosen by the beginning of its sign; what is not clear is asked for", () => {
  expect(padding).toMatchObject({ question: "padding", submissions: ["ann", "ben"] });
  const choose = (key: string, part?: string) => () =>
    choosePromotable(marking, sampleAssignment, { key, part });
  const key = padding?.key.slice(0, 8) ?? "";
  expect(choose(key)()).toEqual(padding);
  expect(choose("zz")).toThrow(/no group of this class begins so/);
  expect(choose("")).toThrow(/groups begin so; type more of it/);
  expect(choose(key, "flops")).toThrow(/nothing of padding\/flops can be accepted/);
  const ofConv = listPromotable(marking, sampleAssignment).find((one) => one.question === "standard-conv");
  expect(ofConv).toMatchObject({ part: "flops" });
});

const signature = { by: " AB ", why: "The statement\nallows it", at: new Date("2026-01-02T03:04:05.678Z") };
const accept = (shape: AnswerShape, credit = "1", lines: readonly Acceptance[] = []): Acceptance =>
  makeAcceptance(
    { key: "", question: "padding", part: "padding", submissions: [], shape },
    { credit, says: ' Right: "both". ', signature },
    lines,
  );

test("an acceptance is signed, says something, and is no second one; only what stands is taken back", () => {
  const shape: AnswerShape = { kind: "offset", offset: "5" };
  const first = accept(shape, "0.5");
  expect(first).toMatchObject({ by: "AB", credit: "0.5", says: 'Right: "both".', shape });
  expect(() => accept(shape, "0.5", [first])).toThrow(new RegExp(`accepted already as ${first.id}`));
  expect(accept(shape, "1", [first]).credit).toBe("1");
  for (const credit of ["0", "1.5", "half", "0.50"]) expect(() => accept(shape, credit)).toThrow(/--credit/);
  const back = makeWithdrawal(first.id, signature, [first]);
  expect(back).toMatchObject({ kind: "withdraw", withdraws: first.id });
  expect(() => makeWithdrawal(first.id, signature, [first, back])).toThrow(/nothing is accepted/);
});

test.each<[string, AnswerShape, readonly string[]]>([
  [
    "a formula",
    { kind: "formula", terms: formula.kind === "formula" ? formula.terms : [] },
    ["Number(answer) === 2 * input.rows * input.columns ** 2 - 5)", "one more of the part's `rules`"],
  ],
  ["one option", { kind: "choices", picks: { sides: "twice" } }, ['option "twice" of the choice "sides"']],
  [
    "several options",
    { kind: "choices", picks: { sides: "twice", unit: "bits" } },
    ['when: {"sides":"twice","unit":"bits"},', "`exceptions`"],
  ],
])("%s is written as source text, with its reason on one line", (_, shape, holds) => {
  const text = writeSource(accept(shape));
  for (const one of [
    ...holds,
    "by AB on 2026-01-02: The statement allows it\n",
    String.raw`"Right: \"both\"."`,
  ])
    expect(text).toContain(one);
});
