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
