import type { QuestionVerdict } from "../contract/verdict";
import { sampleAssignment } from "../testing/sample-assignment";
import { makeJudged, sampleRecords } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { measureQuestions } from "./question-statistics";

type Points = string | null;

/** A class of which each has the points for padding (of 1) and for softmax (of 2); null is not answered. */
function measure(
  padding: readonly Points[],
  softmax: readonly Points[],
  found: "exact" | "follows" = "exact",
) {
  const answer = (id: string, points: Points, max: string): QuestionVerdict =>
    points === null
      ? makeVerdict(id, ["0", max], { kind: "unanswered" })
      : makeVerdict(id, [points, max], explainedBy(id === "padding" ? found : "exact"));
  const records = padding.map((points, at) =>
    makeJudged(`s${at}`, [answer("padding", points, "1"), answer("softmax", softmax[at] ?? null, "2")]),
  );
  const [first] = measureQuestions(records, sampleAssignment);
  if (first === undefined) throw new Error("expected figures of padding");
  return first;
}

const twelve = (points: (n: number) => Points): readonly Points[] =>
  Array.from({ length: 12 }, (_, n) => points(n));
const rising = twelve((n) => String(n / 8));
const half = twelve((n) => (n < 6 ? "0.25" : "1"));

describe("measureQuestions", () => {
  test("counts how far answers got, what was not answered as 0, and nothing of what has no points", () => {
    const found = measure(["1", "0.5", "0.25", "0", null], ["2"]);
    expect(found).toMatchObject({ counted: 5, answered: 4, mean: "0.35", success: 0.35 });
    expect(found.levels).toEqual({ full: 1, high: 1, low: 1, none: 1, empty: 1 });
    expect(found.quartiles).toEqual([0, 0.25, 0.5]);
    const [, , softmax] = measureQuestions([sampleRecords.heldBack], sampleAssignment);
    expect(softmax).toMatchObject({ counted: 0, mean: null, success: null, quartiles: null });
  });

  test("holds each question against the others alone: its own points would make any question look good", () => {
    const rest = twelve((n) => (n % 2 === 0 ? "0" : "2"));
    const own = twelve((n) => (n % 4 < 2 ? "0" : "1"));
    // Worked out by hand: every combination occurs three times, so the two have nothing in common.
    expect(measure(own, rest).correlation?.r).toBeCloseTo(0, 12);
  });

  test("leaves carried answers out of the correlation, and in the figures", () => {
    const found = measure(half, rising, "follows");
    expect(found).toMatchObject({ counted: 12, correlation: null, judgement: "few" });
    expect(measure(half, rising).correlation?.pairs).toBe(12);
  });

  test.each([
    ["few", measure(["0", "0", "0", "0"], ["2", "2", "0", "1"])],
    ["few", measure(["0", "1", "0", "1", "0", "1"], ["2", "2", "0", "1", "1", "1"])],
    [
      "unanswered",
      measure(
        twelve(() => null),
        rising,
      ),
    ],
    [
      "failed",
      measure(
        twelve((n) => (n < 3 ? "0.25" : "0")),
        rising,
      ),
    ],
    ["failed", measure(["0", "0", "0", "0", "0", null], [])],
    [
      "solved",
      measure(
        twelve(() => "1"),
        rising,
      ),
    ],
    [
      "same",
      measure(
        twelve(() => "0.5"),
        rising,
      ),
    ],
    ["along", measure(half, rising)],
    ["against", measure([...half].reverse(), rising)],
    [
      "unclear",
      measure(
        twelve((n) => (n % 4 < 2 ? "0.25" : "1")),
        rising,
      ),
    ],
  ] as const)("says %s", (judgement, found) => {
    expect(found.judgement).toBe(judgement);
  });

  test("says of a question that goes with nothing, seen by many, that it hardly goes along", () => {
    const many = (points: (n: number) => string): readonly string[] =>
      Array.from({ length: 400 }, (_, n) => points(n));
    const found = measure(
      many((n) => (n % 4 < 2 ? "0" : "1")),
      many((n) => (n % 2 === 0 ? "0" : "2")),
    );
    expect(found.judgement).toBe("apart");
  });

  test("says nothing about one that does not count", () => {
    const [question, ...others] = sampleAssignment.questions;
    if (question === undefined) throw new Error("expected a question");
    const questions = [{ ...question, points: "0" }, ...others];
    const [found] = measureQuestions([sampleRecords.full], { ...sampleAssignment, questions });
    expect(found).toMatchObject({ judgement: "void", success: null });
  });
});
