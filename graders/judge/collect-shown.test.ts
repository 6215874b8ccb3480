import fc from "fast-check";
import type { Outcome } from "../contract/outcome";
import type { ShownNumbers } from "../contract/shown";
import type { Value } from "../contract/value";
import { Opaque } from "../contract/value";
import { assignment } from "../questions/efficient-deep-learning";
import { collectShown } from "./collect-shown";
import { type PlannedShown, planQuestions } from "./plan";

/** Everything that the assignment draws. */
const { questions } = assignment;
const planShown = (seed: string): readonly PlannedShown[] =>
  planQuestions(questions, seed).questions.flatMap((one) => (one.kind === "planned" ? one.shown : []));
const shown = planShown("a");

const answerAll = (outcome: Outcome): ShownNumbers =>
  collectShown(shown, { getOutcome: () => outcome, getExplanation: () => "" });

test("what is drawn is asked about the same inputs under every seed, once by each name", () => {
  const spell = (all: readonly PlannedShown[]) =>
    all.map(({ name, calls }) => [name, calls.map(({ key }) => key)]);
  expect(spell(planShown("b"))).toEqual(spell(shown));
  expect(new Set(shown.map(({ name }) => name)).size).toBe(shown.length);
  expect(shown.length).toBeGreaterThan(5);
});

test("what is drawn is asked in the run, and only once", () => {
  const keys = planQuestions(questions, "a").calls.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const asked = new Set(keys);
  expect(shown.flatMap(({ calls }) => calls).filter(({ key }) => !asked.has(key))).toEqual([]);
});

test("a program that is asked what is drawn has seen nothing that a seed has drawn", () => {
  const drawn = new Set(shown.flatMap(({ calls }) => calls.map(({ key }) => key)));
  const keys = planQuestions(questions, "a").calls.map(({ key }) => key);
  expect(keys.slice(0, drawn.size).filter((key) => !drawn.has(key))).toEqual([]);
  expect(
    planQuestions(questions, "b")
      .calls.slice(0, drawn.size)
      .map(({ key }) => key),
  ).toEqual(keys.slice(0, drawn.size));
});

test("a number answers what asks for numbers, a list of another length or a bare number no list", () => {
  expect(Object.keys(answerAll({ kind: "value", value: 7 })).sort()).toEqual([
    "fusedMovedBytes",
    "largestBatches",
    "movedBytes",
  ]);
  expect(answerAll({ kind: "value", value: [1, 2, 3] })).toEqual({});
});

test.each<[string, Outcome]>([
  ["nothing", { kind: "missing-export" }],
  ["an error", { kind: "threw", message: "no" }],
  ["infinity", { kind: "value", value: Array(7).fill(Number.POSITIVE_INFINITY) }],
  [
    "fields that are no numbers",
    { kind: "value", value: { actualBytes: "x", total: new Opaque("function") } },
  ],
  ["a bigint beyond all doubles", { kind: "value", value: 10n ** 400n }],
])("%s leaves no number", (_, outcome) => {
  expect(answerAll(outcome)).toEqual({});
});

test("whatever comes, what is kept is short and finite", () => {
  const leaf = fc.oneof(fc.double(), fc.bigInt(), fc.string(), fc.constantFrom(null, undefined, true));
  const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.string(), leaf)) as fc.Arbitrary<Value>;
  fc.assert(
    fc.property(value, (came) => {
      for (const numbers of Object.values(answerAll({ kind: "value", value: came }))) {
        expect(numbers.length).toBeLessThanOrEqual(256);
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }),
  );
});
