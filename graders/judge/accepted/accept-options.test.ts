import type { PReLULinear } from "../../../reference/prelu-linear";
import type { Acceptance, AnswerShape } from "../../contract/accepted-option";
import type { Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { describePart } from "../../report/part-words";
import { findQuestions } from "../../testing/find-questions";
import { type Implementation, judgeLast, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { areaQuestion, toyAssignment } from "../../testing/toy-assignment";
import { englishSentences } from "../../wording/sentences";
import { acceptOptions } from "./accept-options";

const [prelu, modelFlops] = findQuestions(...["prelu", "model-flops"]) as [Question, Question];

const accept = (question: string, shape: AnswerShape, credit = "1"): Acceptance => ({
  schemaVersion: "1.0",
  kind: "accept",
  id: "0badcafe",
  question,
  part: question,
  shape,
  credit,
  says: "Right: both sides count.",
  by: "AB",
  at: "2026-01-02T03:04:05.678Z",
  why: "the statement allows it",
});

const extend = (questions: readonly Question[], ...accepted: readonly Acceptance[]): readonly Question[] =>
  acceptOptions({ ...toyAssignment, questions }, accepted).questions;

const shapes = {
  formula: {
    shape: {
      kind: "formula",
      terms: [
        { coefficient: 2, powers: { rows: 1, columns: 1 } },
        { coefficient: 5, powers: {} },
      ],
    },
    theirs: (r: number, c: number) => 2 * r * c + 5,
    others: (r: number, c: number) => 2 * r * c + 6,
  },
  factor: {
    shape: { kind: "factor", factor: "3/2" },
    theirs: (r: number, c: number) => (3 * r * c) / 2,
    others: (r: number, c: number) => (r === 11 ? 3 * r * c : (3 * r * c) / 2),
  },
  offset: {
    shape: { kind: "offset", offset: "-7" },
    theirs: (r: number, c: number) => (r + 2) * (c + 2) - 7,
    others: (r: number, c: number) => (r + 2) * (c + 2) - (r === 11 ? 0 : 7),
  },
  rule: {
    shape: { kind: "reading", reading: "rounded" },
    theirs: (r: number, c: number) => Math.ceil((r * c) / 10) * 10,
    others: (r: number, c: number) => Math.floor((r * c) / 10) * 10,
  },
} satisfies Record<
  string,
  { shape: AnswerShape; theirs(r: number, c: number): number; others(r: number, c: number): number }
>;

test.each(Object.entries(shapes))(
  "answers of an accepted %s earn its credit and are told its words; others do not",
  (_, { shape, theirs, others }) => {
    const questions = extend([areaQuestion], accept("area", shape, "0.9"));
    const verdict = judgePartOf(questions, { area: theirs as never });
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:accepted-0badcafe", "0.9"]);
    const { says } = describePart(verdict, questions[0], englishSentences.findings);
    expect(says).toEqual([
      "Right: both sides count.",
      "This convention is accepted for a part of the points.",
    ]);
    expect(nameFinding(judgePartOf(questions, { area: others as never }))).not.toContain("accepted");
  },
);

test("what the rubric gives more for, it still gives; the reference stays the reference", () => {
  const milder = extend([areaQuestion], accept("area", { kind: "reading", reading: "rounded" }, "0.5"));
  const rounded = judgePartOf(milder, {
    area: ((r: number, c: number) => Math.ceil((r * c) / 10) * 10) as never,
  });
  expect([nameFinding(rounded), rounded.points]).toEqual(["reading:rounded", "0.75"]);
  const doubled = extend([areaQuestion], accept("area", { kind: "factor", factor: "1" }));
  expect(nameFinding(judgePartOf(doubled, { area: ((r: number, c: number) => r * c) as never }))).toBe(
    "reading:product",
  );
});

test("options that were picked are recognised by what they multiply out to, and nothing else about the question moves", () => {
  const twice: Implementation = {
    preluFlops: ((x: { readonly data: readonly number[] }) => 2 * x.data.length) as never,
  };
  const before = judgePartOf([prelu], twice);
  expect(before.finding).toMatchObject({ reading: { picks: { entries: "two-per-entry" }, credit: "0.25" } });
  const shape: AnswerShape = { kind: "choices", picks: { entries: "two-per-entry" } };
  const accepted = extend([prelu], accept("prelu", shape));
  expect(nameFinding(judgePartOf(accepted, twice))).toBe("reading:accepted-0badcafe");
  const gone = extend([prelu], accept("prelu", { kind: "choices", picks: { entries: "no-such-option" } }));
  expect(judgePartOf(gone, twice).points).toBe(before.points);
});

test("what builds on an accepted answer follows from it as it did before", () => {
  const five = ({ data }: { readonly data: readonly number[] }) => 5 * data.filter((one) => one <= 0).length;
  const implementation: Implementation = {
    preluFlops: five as never,
    modelFlops: ((x: Tensor, { inFeatures, outFeatures }: PReLULinear) =>
      2 * (x.shape[0] ?? 0) * inFeatures * outFeatures + five(x as never)) as never,
  };
  const accepted = extend([prelu, modelFlops], accept("prelu", { kind: "factor", factor: "5" }));
  for (const questions of [[prelu, modelFlops], accepted])
    expect(judgeLast(questions, implementation)).toMatchObject({
      points: "1",
      parts: [{ finding: { reading: { kind: "carried" } } }],
    });
  expect(nameFinding(judgePartOf(accepted.slice(0, 1), implementation))).toBe("reading:accepted-0badcafe");
});

test("what is accepted of a question or a part that is gone says nothing", () => {
  const [unchanged] = extend([areaQuestion], accept("volume", { kind: "factor", factor: "2" }));
  expect(unchanged).toBe(areaQuestion);
});
