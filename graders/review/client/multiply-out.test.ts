import { multiplyOut } from "./multiply-out";

test.each<[string, readonly string[], string]>([
  ["2", ["0.5"], "1"],
  ["1", ["0.7", "0.1"], "0.07"],
  ["3", ["0.333"], "0.999"],
  ["1", [], "1"],
  ["2", ["0"], "0"],
])("of %s, credits %j leave %s", (max, credits, expected) => {
  expect(multiplyOut(max, credits)).toBe(expected);
});
