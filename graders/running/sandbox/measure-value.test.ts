import fc from "fast-check";
import type { Value } from "../../contract/value";
import { measureValue } from "./measure-value";

test("many small values weigh more than their text, long strings at least theirs", () => {
  expect(measureValue(Array.from({ length: 1000 }, () => ({})))).toBeGreaterThan(60_000);
  expect(measureValue("x".repeat(1000))).toBeGreaterThanOrEqual(2000);
  expect(measureValue({ ["k".repeat(1000)]: 1 })).toBeGreaterThanOrEqual(2000);
});

test("any depth is measured without a stack", () => {
  let deep: Value = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(measureValue(deep)).toBeGreaterThan(100_000);
});

test("no value's text is many times longer than it weighs", () => {
  const { tree } = fc.letrec<{ tree: Value }>((tie) => ({
    tree: fc.oneof(
      fc.double(),
      fc.nat({ max: 4000 }).map((digits) => 10n ** BigInt(digits)),
      fc.string({ unit: "binary" }),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("tree"), { maxKeys: 4 }),
    ),
  }));
  const property = fc.property(tree, (value) => {
    expect(JSON.stringify(value, writeBigint).length).toBeLessThan(3 * measureValue(value));
  });
  fc.assert(property, { numRuns: 30 });
});

const writeBigint = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;
