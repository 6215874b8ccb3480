import type { CallPart } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { createRandom } from "../../judge/random";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

const judge = (preluFlops: (x: Tensor) => unknown, seed = "test") =>
  judgePartOf([question], { preluFlops }, { seed });

/** A student's loop: what each entry costs. */
const addUp = (cost: (y: number) => number) => (x: Tensor) => x.data.reduce((sum, y) => sum + cost(y), 0);
const countEntries = ({ shape: [b = 0, n = 0] }: Tensor) => b * n;

test.each<[string, string, (x: Tensor) => unknown]>([
  ["non-positive", "1", addUp((y) => (y <= 0 ? 1 : 0))],
  ["nan-counted", "1", addUp((y) => (y > 0 ? 0 : 1))],
  ["upper-bound", "0.75", countEntries],
  ["strictly-negative", "0.75", addUp((y) => (y < 0 ? 1 : 0))],
  ["strictly-negative", "0.75", addUp((y) => (y >= 0 ? 0 : 1))],
  ["expectation", "0.5", (x) => countEntries(x) / 2],
  ["expectation-cut", "0.5", (x) => countEntries(x) >> 1],
  ["expectation-rounded-up", "0.5", (x) => Math.round(countEntries(x) / 2)],
  ["upper-bound-unless-positive", "0.75", (x) => (x.data.every((y) => y > 0) ? 0 : countEntries(x))],
  ["strictly-negative+comparison-counted", "0.375", addUp((y) => (y < 0 ? 2 : 1))],
  ["strictly-negative+comparison-counted", "0.375", addUp((y) => (y >= 0 ? 1 : 2))],
  ["strictly-negative+two-operations", "0.375", addUp((y) => (y >= 0 ? 0 : 2))],
  ["inverted-with-zeros", "0.25", addUp((y) => (y < 0 ? 0 : 1))],
  ["comparison-counted", "0.5", addUp((y) => (y <= 0 ? 2 : 1))],
  ["comparison-counted", "0.5", addUp((y) => (y > 0 ? 1 : 2))],
  ["two-operations", "0.5", addUp((y) => (y <= 0 ? 2 : 0))],
  ["two-operations", "0.5", addUp((y) => (y > 0 ? 0 : 2))],
  ["strictly-negative+two-operations", "0.375", addUp((y) => (y < 0 ? 2 : 0))],
  ["two-per-entry", "0.25", (x) => 2 * countEntries(x)],
  ["three-per-entry", "0.25", (x) => 3 * countEntries(x)],
  ["expectation+comparison-counted", "0.25", (x) => 1.5 * countEntries(x)],
  ["expectation-cut+comparison-counted", "0.25", (x) => countEntries(x) + (countEntries(x) >> 1)],
  ["inverted", "0.25", addUp((y) => (y > 0 ? 1 : 0))],
  ["inverted", "0.25", addUp((y) => (y <= 0 ? 0 : 1))],
  ["inverted-with-zeros", "0.25", addUp((y) => (y >= 0 ? 1 : 0))],
  ["batch-forgotten", "0.25", (x) => x.shape[1]],
  ["nothing-counted", "0", () => 0],
])("%s is recognised and earns %s", (id, points, preluFlops) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(preluFlops, seed);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

test.each([
  ["max(0, y) + a * min(0, y), so two operations", "two-per-entry-written-out", "0.5"],
  ["$\\max\\left(0, y\\right) + a \\min\\left(0, y\\right)$", "two-per-entry-written-out", "0.5"],
  ["two operations for the maximum of a few entries", "two-per-entry", "0.25"],
])("two per entry with the explanation %p is %s and earns %s", (prelu, id, points) => {
  const verdict = judgePartOf(
    [question],
    { preluFlops: (x: Tensor) => 2 * countEntries(x) },
    { explanations: { prelu } },
  );
  expect(nameFinding(verdict)).toBe(`reading:${id}`);
  expect(verdict.points).toBe(points);
});

describe("what earns nothing", () => {
  test.each<[string, (x: Tensor) => unknown]>([
    ["a threshold instead of 0", addUp((y) => (y <= 1e-30 ? 1 : 0))],
    ["the negative zero left out", addUp((y) => (y < 0 || Object.is(y, 0) ? 1 : 0))],
    ["-Infinity left out", addUp((y) => (y <= 0 && Number.isFinite(y) ? 1 : 0))],
    ["a number around what the notebook's input takes", () => 256],
  ])("%s", (_, preluFlops) => {
    expect(nameFinding(judge(preluFlops))).toBe("unexplained");
  });
});

test("the notebook's case is its shape, filled with normally distributed values", () => {
  const [part] = question.parts as readonly CallPart<Tensor>[];
  const inputs = part?.cases(createRandom("any", "prelu")).filter(({ source }) => source === "notebook");
  const [matrix] = (inputs ?? []).map(({ input }) => input);
  expect(matrix?.shape).toEqual([4, 128]);
  const nonPositive = matrix?.data.filter((y) => y <= 0).length;
  // Binomial with n = 512: 256 plus or minus five standard deviations of 11.3.
  expect(nonPositive).toBeGreaterThan(199);
  expect(nonPositive).toBeLessThan(313);
});

test("an empty matrix takes nothing; not to answer it costs a quarter", () => {
  const verdict = judge((x) => (x.data.length === 0 ? undefined : addUp((y) => (y <= 0 ? 1 : 0))(x)));
  expect(verdict.finding).toMatchObject({
    kind: "explained",
    spoilt: { count: 2, first: { kind: "malformed" } },
  });
  expect(verdict.points).toBe("0.75");
});
