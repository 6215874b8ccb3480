import fc from "fast-check";
import { solveLinear } from "./solve-linear";

const whole = fc.integer({ min: 1, max: 1_000_000 });

test("rows that are multiples of one another have no one solution, however large they are", () => {
  fc.assert(
    fc.property(whole, whole, whole, whole, (a, b, first, second) => {
      const system = [
        [first * a, first * b, 1],
        [second * a, second * b, 2],
      ];
      expect(solveLinear(system)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test("a column of ones beside one of large products is solved for", () => {
  const system = [
    [1, 1e9, 3 + 2e9],
    [1, 2e9, 3 + 4e9],
  ];
  const [first, second] = solveLinear(system) ?? [];
  expect(first).toBeCloseTo(3, 5);
  expect(second).toBeCloseTo(2, 12);
});

test("a column of nothing has no solution", () => {
  expect(
    solveLinear([
      [0, 1, 1],
      [0, 2, 2],
    ]),
  ).toBeUndefined();
});
