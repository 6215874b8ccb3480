import { chooseUnit, isSameAmount } from "./amount";

const units = chooseUnit("Right: another unit.").slice(1);
const counts = [791_827_360n, 14_833_600n];

/** Units in which all of the counts are told so. */
const nameUnits = (tell: (bytes: number) => number) =>
  units
    .filter(({ effect }) =>
      counts.every((bytes) => isSameAmount(effect(bytes), { value: tell(Number(bytes)) })),
    )
    .map(({ id }) => id);

test.each([
  ["in-kb", (bytes: number) => bytes / 1000],
  ["in-kib", (bytes: number) => bytes / 1024],
  ["in-mb", (bytes: number) => bytes / 1e6],
  ["in-mib", (bytes: number) => bytes / 1024 ** 2],
  ["in-gb", (bytes: number) => bytes / 1e9],
  ["in-gib", (bytes: number) => bytes / 1024 ** 3],
  ["in-mib", (bytes: number) => Number((bytes / 1024 ** 2).toFixed(2))],
  ["in-mib", (bytes: number) => Math.floor((bytes / 1024 ** 2) * 100) / 100],
  ["in-gib", (bytes: number) => Number((bytes / 1024 ** 3).toFixed(3))],
  ["in-mb", (bytes: number) => Number((bytes / 1e6).toPrecision(3))],
  ["in-gb", (bytes: number) => Number((bytes / 1e9).toPrecision(3))],
  ["in-mb", (bytes: number) => Math.ceil(bytes / 1e5) / 10],
  ["in-gb", (bytes: number) => Number(String(bytes / 1e9).slice(0, 6))],
  ["in-kib", (bytes: number) => Math.floor(bytes / 1024 / 100) * 100],
  ["in-kb", (bytes: number) => Math.ceil(bytes / 1000 / 10) * 10],
])("amounts told %s are recognised", (unit, tell) => {
  expect(nameUnits(tell)).toEqual([unit]);
});

test.each([
  ["bytes themselves", (bytes: number) => bytes],
  ["half of it", (bytes: number) => bytes / 2],
  ["whole mebibytes", (bytes: number) => Math.round(bytes / 1024 ** 2)],
  ["two decimals of a gigabyte", (bytes: number) => Number((bytes / 1e9).toFixed(2))],
  ["not a number", () => Number.NaN],
])("%s are in no larger unit", (_, tell) => {
  expect(nameUnits(tell)).toEqual([]);
});
