import { findStanding } from "../../records/hand-marks/standing";
import { makeHandMark } from "../../testing/hand-marks";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged } from "../../testing/sample-class";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { measureAgreement } from "./agreement";

type Pair = readonly ["full" | "none", "full" | "none"];

const judge = (id: string) =>
  makeJudged(id, [
    makeVerdict("padding", ["0.25", "1"], explainedBy("twice")),
    makeVerdict("softmax", ["0.5", "2"], explainedBy("twice")),
  ]);
const rate = (question: string, pairs: readonly Pair[]) => {
  const records = pairs.map((_, at) => judge(`s${at}`));
  const [first, second] = [0, 1].map((who) =>
    records.map((record, at) => makeHandMark(record, question, { kind: pairs[at]?.[who] ?? "none" })),
  );
  return { records, first: findStanding(first ?? []), second: findStanding(second ?? []) };
};
const repeat = (count: number, pair: Pair): readonly Pair[] => Array<Pair>(count).fill(pair);

test("kappa is what the textbook's table of fifty gives, whole and by question", () => {
  const pairs = [
    ...repeat(20, ["full", "full"]),
    ...repeat(5, ["full", "none"]),
    ...repeat(10, ["none", "full"]),
    ...repeat(15, ["none", "none"]),
  ];
  const measured = measureAgreement(rate("softmax", pairs), sampleAssignment);
  const expected = { answers: 50, same: 35, kappa: expect.closeTo(0.4, 10) };
  expect(measured).toEqual([
    { question: null, ...expected },
    { question: "softmax", ...expected },
  ]);
});

test.each<[string, readonly Pair[], object]>([
  [
    "two who contradict each other",
    [
      ["full", "none"],
      ["none", "full"],
    ],
    { same: 0, kappa: -1 },
  ],
  ["two who gave the same to all", repeat(3, ["full", "full"]), { same: 3, kappa: null }],
  ["nobody", [], { answers: 0, same: 0, kappa: null }],
])("of %s it says so", (_, pairs, expected) => {
  expect(measureAgreement(rate("padding", pairs), sampleAssignment)[0]).toMatchObject(expected);
});

test("what only one of them decided, and what was decided for other work, is not compared", () => {
  const { records, first, second } = rate("padding", repeat(2, ["full", "full"]));
  const alone = new Map([...second].slice(0, 1));
  expect(measureAgreement({ records, first, second: alone }, sampleAssignment)[0]?.answers).toBe(1);
  const changed = records.map((record) => ({
    ...judge(record.submission.id),
    submission: { ...record.submission, contentDigest: null },
    questions: judge("x").questions.map((one) => ({ ...one, explanation: "other words than before" })),
  }));
  expect(measureAgreement({ records: changed, first, second }, sampleAssignment)[0]?.answers).toBe(0);
});
