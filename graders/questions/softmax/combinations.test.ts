/** All accepted ways to count the steps, multiplied out: whatever a division costs, they combine. */
import type { Tensor } from "../../contract/value";
import { fakeQuestion } from "../../testing/fake-question";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type Steps = readonly (readonly [string, (n: number) => number])[];

const sums: Steps = [
  ["n - 1 additions", (n) => n - 1],
  ["n additions", (n) => n],
];
const maxima: Steps = [
  ["no maximum", () => 0],
  ["a maximum with free comparisons", (n) => n],
  ["n - 1 comparisons", (n) => 2 * n - 1],
  ["n comparisons", (n) => 2 * n],
];
const quotients: readonly (readonly [string, (n: number, division: number) => number])[] = [
  ["n divisions", (n, division) => n * division],
  ["a reciprocal", (n, division) => division + n],
];

const ways = sums.flatMap(([sum, add]) =>
  maxima.flatMap(([maximum, shift]) =>
    quotients.map(([form, divide]) => ({
      name: `${sum}, ${maximum}, ${form}`,
      count: (n: number, division: number) => 40 * n + add(n) + shift(n) + divide(n, division),
    })),
  ),
);

const words = "Each division is one operation here: its cost of 4 is stated for batch norm only.";

function judge(count: (n: number) => number, batchNorm: string | undefined, explanation = ""): string {
  const earlier = batchNorm === undefined ? [] : [fakeQuestion("batch-norm", "batchNormFlops", batchNorm)];
  const softmaxFlops = ({ shape: [b = 0, n = 0] }: Tensor) => b * count(n);
  const implementation = { batchNormFlops: () => batchNorm, softmaxFlops };
  return judgePartOf([...earlier, question], implementation, { explanations: { softmax: explanation } })
    .points;
}

test.each(ways)(
  "$name are right with divisions of 4, and of 1 as in batch norm or with a word",
  ({ count }) => {
    expect(judge((n) => count(n, 4), "literal")).toBe("2");
    expect(judge((n) => count(n, 1), "division-counted-once")).toBe("2");
    expect(judge((n) => count(n, 1), "literal", words)).toBe("2");
    expect(judge((n) => count(n, 1), undefined, words)).toBe("2");
  },
);

test.each(ways)(
  "$name with a division of 1 that nothing shows are right unless a slip answers so",
  ({ count }) => {
    const isLikeSlip = count(3, 1) === 44 * 3 && count(7, 1) === 44 * 7;
    expect(judge((n) => count(n, 1), undefined)).toBe(isLikeSlip ? "1" : "2");
    expect(judge((n) => count(n, 1), "literal")).toBe(isLikeSlip ? "1" : "1.5");
  },
);
