import fc from "fast-check";
import { assignmentCosts } from "./operations";
import type { SoftmaxOptions } from "./softmax";
import { listSoftmaxSteps, softmaxCoefficients, softmaxFlops } from "./softmax";
import { OperationCounter } from "./testing/operation-counter";

const fromZero = { additions: "from-zero" } as const;
const reciprocal = { division: "reciprocal" } as const;
const free = { maximum: "free" } as const;
const counted = { maximum: "counted" } as const;
const cheapDivision = { divisionCost: 1n } as const;

/** Convention, FLOP per element, FLOP per row, and FLOP of the notebook's (4, 32). */
const conventions: [string, SoftmaxOptions, bigint, bigint, bigint][] = [
  ["n exponentials, n - 1 additions, n divisions", {}, 45n, -1n, 5756n],
  ["n additions", fromZero, 45n, 0n, 5760n],
  ["reciprocal", reciprocal, 42n, 3n, 5388n],
  ["reciprocal, n additions", { ...reciprocal, ...fromZero }, 42n, 4n, 5392n],
  ["maximum, comparisons free", free, 46n, -1n, 5884n],
  ["maximum, comparisons free, n additions", { ...free, ...fromZero }, 46n, 0n, 5888n],
  ["maximum and reciprocal", { ...free, ...reciprocal }, 43n, 3n, 5516n],
  ["maximum and reciprocal, n additions", { ...free, ...reciprocal, ...fromZero }, 43n, 4n, 5520n],
  ["maximum, comparisons counted", counted, 47n, -2n, 6008n],
  [
    "maximum, comparisons counted, n additions and n - 1 comparisons",
    { ...counted, ...fromZero, comparisons: "exact" },
    47n,
    -1n,
    6012n,
  ],
  ["maximum, comparisons counted, n of each", { ...counted, ...fromZero }, 47n, 0n, 6016n],
  ["division costs 1", cheapDivision, 42n, -1n, 5372n],
  ["division costs 1, n additions", { ...cheapDivision, ...fromZero }, 42n, 0n, 5376n],
  ["division costs 1, maximum", { ...cheapDivision, ...free }, 43n, -1n, 5500n],
  ["division costs 1, maximum, n additions", { ...cheapDivision, ...free, ...fromZero }, 43n, 0n, 5504n],
];

type Combine = (a: number, b: number) => number;

function reduceRow(
  row: readonly number[],
  combine: Combine,
  neutral: number,
  convention: SoftmaxOptions["additions"],
): number {
  const [first = neutral, ...rest] = row;
  return convention === "from-zero" ? row.reduce(combine, neutral) : rest.reduce(combine, first);
}

/** The softmax of one row by the algorithm that the options describe, on numbers that count. */
function runSoftmax(counter: OperationCounter, row: readonly number[], options: SoftmaxOptions): number[] {
  const hasMaximum = options.maximum !== undefined && options.maximum !== "none";
  const largest = hasMaximum
    ? reduceRow(
        row,
        (a, b) => counter.maximum(a, b),
        Number.NEGATIVE_INFINITY,
        options.comparisons ?? options.additions,
      )
    : undefined;
  const shifted = largest === undefined ? row : row.map((value) => counter.subtract(value, largest));
  const exponentials = shifted.map((value) => counter.exponential(value));
  const sum = reduceRow(exponentials, (a, b) => counter.add(a, b), 0, options.additions);
  if (options.division !== "reciprocal") {
    return exponentials.map((value) => counter.divide(value, sum));
  }
  const factor = counter.divide(1, sum);
  return exponentials.map((value) => counter.multiply(value, factor));
}

function priceOf(options: SoftmaxOptions) {
  return {
    ...assignmentCosts,
    division: options.divisionCost ?? 4n,
    comparison: options.maximum === "counted" ? 1n : 0n,
  };
}

const rowValues = [0.5, -1.25, 3, 2, -0.75];

describe("every convention against an algorithm that really runs", () => {
  test.each(conventions)("%s", (_, options, perElement, perRow, notebookFlops) => {
    const counter = new OperationCounter();
    const output = runSoftmax(counter, rowValues, options);
    const total = rowValues.reduce((sum, value) => sum + Math.exp(value), 0);
    for (const [index, value] of output.entries()) {
      expect(value).toBeCloseTo(Math.exp(rowValues[index] ?? Number.NaN) / total, 12);
    }
    expect(softmaxFlops([1, rowValues.length], options)).toBe(counter.flops(priceOf(options)));
    expect(softmaxCoefficients(options)).toEqual({ perElement, perRow });
    expect(softmaxFlops([4, 32], options)).toBe(notebookFlops);
  });

  test("also the combinations that no table lists, for rows of any length", () => {
    const anyOptions: fc.Arbitrary<SoftmaxOptions> = fc.record({
      additions: fc.constantFrom("exact", "from-zero"),
      division: fc.constantFrom("per-element", "reciprocal"),
      maximum: fc.constantFrom("none", "free", "counted"),
      divisionCost: fc.constantFrom(1n, 4n, 20n),
    });
    fc.assert(
      fc.property(
        anyOptions,
        fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 9 }),
        (options, row) => {
          const counter = new OperationCounter();
          runSoftmax(counter, row, options);
          expect(softmaxFlops([1, row.length], options)).toBe(counter.flops(priceOf(options)));
        },
      ),
    );
  });
});

describe("the notebook's (4, 32)", () => {
  test("is b (40 n + (n - 1) + 4 n)", () => {
    const [b, n] = [4n, 32n];
    const [exponential, division] = [40n, 4n];
    expect(softmaxFlops([4, 32])).toBe(b * (exponential * n + (n - 1n) + division * n));
  });

  test("the stages cost what they say, so any can be left out", () => {
    const stages = listSoftmaxSteps({ maximum: "free" }).map(({ stage }) => stage);
    expect(stages).toEqual(["maximum", "maximum", "exponentials", "sum", "quotients"]);
  });

  test("an exponential may cost something else", () => {
    expect(softmaxFlops([4, 32], { expCost: 1n })).toBe(4n * (32n + 31n + 4n * 32n));
  });
});

describe("properties", () => {
  const size = fc.integer({ min: 1, max: 10_000 });
  const options = fc.constantFrom(...conventions.map(([, option]) => option));

  test("linear in b, affine in n, at least 41 per row", () => {
    fc.assert(
      fc.property(size, size, options, (b, n, option) => {
        const [rows, columns] = [BigInt(b), BigInt(n)];
        const slope = softmaxFlops([1, 2], option) - softmaxFlops([1, 1], option);
        const intercept = softmaxFlops([1, 1], option) - slope;
        expect(softmaxFlops([b, n], option)).toBe(rows * (slope * columns + intercept));
        expect(slope >= 42n && slope <= 47n).toBe(true);
        expect([-2n, -1n, 0n, 3n, 4n]).toContain(intercept);
        expect(softmaxFlops([b, 1], option) >= 41n * rows).toBe(true);
      }),
    );
  });

  test("a row of one value: an exponential and a division", () => {
    expect(softmaxFlops([1, 1])).toBe(44n);
  });

  test("counts beyond 2^53 are exact", () => {
    expect(softmaxFlops([2 ** 40, 2 ** 30])).toBe(2n ** 40n * (45n * 2n ** 30n - 1n));
  });

  test("a shape that is not (b, n) is refused", () => {
    expect(() => softmaxFlops([32])).toThrow(
      new RangeError("expected a shape (b, n) with 2 axes, got (32)."),
    );
  });
});
