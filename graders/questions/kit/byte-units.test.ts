import { findByteUnit } from "./byte-units";

const counts = [791_827_360n, 14_833_600n];
const told = (tell: (bytes: number) => number) =>
  findByteUnit(counts.map((exact) => ({ exact, came: tell(Number(exact)) })));

test.each([
  ["kB", (bytes: number) => bytes / 1000],
  ["KiB", (bytes: number) => bytes / 1024],
  ["MB", (bytes: number) => bytes / 1e6],
  ["MiB", (bytes: number) => bytes / 1024 ** 2],
  ["GB", (bytes: number) => bytes / 1e9],
  ["GiB", (bytes: number) => bytes / 1024 ** 3],
  ["MiB", (bytes: number) => Number((bytes / 1024 ** 2).toFixed(2))],
  ["MiB", (bytes: number) => Math.floor((bytes / 1024 ** 2) * 100) / 100],
  ["GiB", (bytes: number) => Number((bytes / 1024 ** 3).toFixed(3))],
])("amounts told in %s are recognised", (unit, tell) => {
  expect(told(tell)).toBe(unit);
});

test("a unit that changes between answers is none", () => {
  expect(
    findByteUnit([
      { exact: 1_048_576, came: 1 },
      { exact: 2_000_000, came: 2 },
    ]),
  ).toBeUndefined();
});

test.each([
  ["bytes themselves", (bytes: number) => bytes],
  ["half of it", (bytes: number) => bytes / 2],
  ["whole mebibytes", (bytes: number) => Math.round(bytes / 1024 ** 2)],
  ["two decimals of a gigabyte", (bytes: number) => Number((bytes / 1e9).toFixed(2))],
  ["not a number", () => Number.NaN],
])("%s are in no larger unit", (_, tell) => {
  expect(told(tell)).toBeUndefined();
});

test("nothing told is in no unit", () => {
  expect(findByteUnit([])).toBeUndefined();
});
