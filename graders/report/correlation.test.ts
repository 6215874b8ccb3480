import fc from "fast-check";
import { correlate, fewestPairs, findQuartiles } from "./correlation";

/** Anscombe's first quartet; R 4.3 says of it: cor.test(x1, y1) → 0.8164205, 0.4243912 to 0.9506933. */
const anscombe = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
] as const;

describe("correlate", () => {
  test("agrees with what R says of Anscombe's quartet", () => {
    const found = correlate(anscombe);
    expect(found?.r).toBeCloseTo(0.8164205, 6);
    expect(found?.low).toBeCloseTo(0.4243912, 6);
    expect(found?.high).toBeCloseTo(0.9506933, 6);
    expect(found?.pairs).toBe(11);
  });

  test("says nothing of few pairs, nor where one side is all the same", () => {
    expect(correlate(anscombe.slice(0, fewestPairs - 1))).toBeNull();
    expect(correlate(anscombe.map(([x]) => [x, 2]))).toBeNull();
    expect(correlate(anscombe.map(([x]) => [2, x]))).toBeNull();
  });

  test("is 1, without an interval to speak of, for a straight line", () => {
    expect(correlate(anscombe.map(([x]) => [x, 3 * x]))).toEqual({ r: 1, low: 1, high: 1, pairs: 11 });
  });

  const value = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);
  const pairs = fc.array(fc.tuple(value, value), { minLength: fewestPairs, maxLength: 60 });

  test("holds its coefficient, is the same for other units and either side first, and turns its sign", () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const found = correlate(all);
        fc.pre(found !== null);
        expect(found.low).toBeLessThanOrEqual(found.r);
        expect(found.high).toBeGreaterThanOrEqual(found.r);
        expect(correlate(all.map(([a, b]) => [2 * a + 1, b]))?.r).toBeCloseTo(found.r, 9);
        expect(correlate(all.map(([a, b]) => [b, a]))?.r).toBeCloseTo(found.r, 9);
        expect(correlate(all.map(([a, b]) => [-a, b]))?.r).toBeCloseTo(-found.r, 9);
      }),
    );
  });
});

describe("findQuartiles", () => {
  test.each([
    [[], null],
    [[2], [2, 2, 2]],
    [
      [4, 1, 3, 2],
      [1.75, 2.5, 3.25],
    ],
    [
      [5, 4, 3, 2, 1],
      [2, 3, 4],
    ],
  ])("of %j are %j", (values, quartiles) => {
    expect(findQuartiles(values)).toEqual(quartiles);
  });

  test("lie in order, inside the values, whatever order those come in", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const [first, median, third] = findQuartiles(values) ?? [];
        const sorted = [...values].sort((a, b) => a - b);
        const inOrder = [sorted[0], first, median, third, sorted.at(-1)].map(Number);
        expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
        expect(findQuartiles(sorted)).toEqual([first, median, third]);
      }),
    );
  });
});
