import {
  addPoints,
  alignPoints,
  formatPoints,
  meanPoints,
  ratioOfPoints,
  roundPoints,
  shareOfPoints,
} from "./points";

test("sums are exact where floating point is not", () => {
  expect(addPoints(["0.1", "0.2"])).toBe("0.3");
  expect(addPoints(Array<string>(10).fill("0.1"))).toBe("1");
  expect(addPoints([])).toBe("0");
});

test("a share of points is exact to four decimals, rounded half up", () => {
  expect(shareOfPoints("0.4", "0.75")).toBe("0.3");
  expect(shareOfPoints("0.0001", "0.5")).toBe("0.0001");
  expect(shareOfPoints("2", "0")).toBe("0");
});

test("points for people have two decimals, more only when they mean something", () => {
  expect(formatPoints("6")).toBe("6.00");
  expect(formatPoints("0.125")).toBe("0.125");
  expect(formatPoints("22.5")).toBe("22.50");
});

test("mean and ratio know the empty case", () => {
  expect(meanPoints([])).toBeNull();
  expect(meanPoints(["1", "2"])).toBe("1.5");
  expect(ratioOfPoints("1", "0")).toBe(0);
  expect(ratioOfPoints("1", "4")).toBe(0.25);
});

test("a mean is rounded half up to two decimals", () => {
  expect(roundPoints("6.6125")).toBe("6.61");
  expect(roundPoints("0.125")).toBe("0.13");
});

test("a column has the decimals of its longest, two at least, and the same values", () => {
  expect(alignPoints(["6", "0.5"])).toEqual(["6.00", "0.50"]);
  expect(alignPoints(["6", "0.0625", "10"])).toEqual(["6.0000", "0.0625", "10.0000"]);
  expect(alignPoints([])).toEqual([]);
});
