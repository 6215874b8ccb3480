/** Where any answer is right, nobody is told to be right. */
import type { Tensor } from "../contract/value";
import { findQuestions } from "../testing/find-questions";
import { judgeLast } from "../testing/judge-implementation";

const count = (x: Tensor): number => {
  const [b = 0, c = 0, h = 0, w = 0] = x.shape;
  return 11 * b * c * h * w + 8 * c;
};

test.each<[string, (x: Tensor) => number]>([
  ["a hundred more", (x) => count(x) + 100],
  ["in millions", (x) => count(x) / 1e6],
  ["the digits of its size", (x) => String(count(x)).length + count(x) / 7],
])("batch norm over one value per channel tells nothing: %s", (_, batchNormFlops) => {
  const [part] = judgeLast(findQuestions("batch-norm"), { batchNormFlops }).parts;
  expect(part?.finding).toMatchObject({ kind: "unexplained", casesRight: 0 });
  const said = part?.finding.kind === "unexplained" ? part.finding.observations : [];
  expect(said.map(({ kind }) => kind)).not.toContain("partly-right");
});

test("what is right somewhere is told so still", () => {
  const batchNormFlops = (x: Tensor) => (x.shape[0] === 4 ? count(x) : count(x) / 7);
  const [part] = judgeLast(findQuestions("batch-norm"), { batchNormFlops }).parts;
  expect(part?.finding).toMatchObject({ kind: "unexplained" });
  expect(part?.finding.kind === "unexplained" && part.finding.casesRight).toBeGreaterThan(0);
});
