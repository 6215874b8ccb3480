/** Bytes told in a larger unit: the same amount, in kB, MB, GB or their binary siblings, and how far it may be rounded. */
import { isClose } from "../../contract/answers";
import type { FoundIds } from "../../contract/earlier";

export interface ByteUnit {
  readonly name: string;
  readonly bytes: number;
  /** Fewest decimals that still say something: 14.15 MiB, but 0.014 GiB. Below zero where whole bytes are rounded. */
  readonly minDecimals: number;
}

export const byteUnits: readonly ByteUnit[] = [
  { name: "kB", bytes: 1e3, minDecimals: 2 },
  { name: "KiB", bytes: 2 ** 10, minDecimals: 2 },
  { name: "MB", bytes: 1e6, minDecimals: 2 },
  { name: "MiB", bytes: 2 ** 20, minDecimals: 2 },
  { name: "GB", bytes: 1e9, minDecimals: 3 },
  { name: "GiB", bytes: 2 ** 30, minDecimals: 3 },
];

/** Bytes of the unit that a finding names, such as "in-gb-roughly"; 1 where it names none. */
export function readUnitBytes(finding: FoundIds | undefined): number {
  const names = [...(finding ?? [])];
  const isNamed = ({ name }: ByteUnit): boolean => {
    const id = `in-${name.toLowerCase()}`;
    return names.some((one) => one === id || one.startsWith(`${id}-`));
  };
  return byteUnits.find(isNamed)?.bytes ?? 1;
}

const roundTo = (decimals: Readonly<Record<string, number>>): readonly ByteUnit[] =>
  byteUnits.flatMap((unit) => {
    const minDecimals = decimals[unit.name];
    return minDecimals === undefined ? [] : [{ ...unit, minDecimals }];
  });

/** Three digits are left of the size of every model of the family. */
export const modelUnits = roundTo({ kB: 0, KiB: 0, MB: 1, MiB: 1, GB: 3, GiB: 3 });

/** Bytes themselves, rounded to three digits. */
export const roundedBytes: ByteUnit = { name: "bytes", bytes: 1, minDecimals: -5 };

/** Two digits are left of it. */
export const roughUnits = roundTo({ MB: 0, MiB: 0, GB: 2, GiB: 2 });

/** One digit is left of it. */
export const coarseUnits = roundTo({ GB: 1, GiB: 1 });

const fewestDigits = 3;
const findLastOfFewest = (value: number): number =>
  10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - fewestDigits);
/** A few decimals or digits more: what a step is divided by, which is exact where one byte is the last. */
const finer = Array.from({ length: 6 }, (_, more) => 10 ** more);

/**
 * Whether a number was told as it is, or rounded to, or cut off or rounded up after, this many decimals or a few more;
 * three significant digits tell any number well enough.
 */
export function isToldAs(value: number, told: number, minDecimals: number): boolean {
  const [gap, size] = [Math.abs(told - value), Math.abs(value)];
  if (gap <= 1e-9 * size) return true;
  const lastOfFewest = findLastOfFewest(size);
  if (gap > 1.01 * Math.max(10 ** -minDecimals, lastOfFewest)) return false;
  const steps = [10 ** -minDecimals, lastOfFewest];
  return steps.some((first) => finer.some((parts) => isRoundedTo(value, told, first / parts)));
}

/** A number, and as what it was told. */
export interface ToldNumber {
  readonly exact: number;
  readonly told: number;
  readonly minDecimals: number;
}

/** What is whole, or half, but for the last digit of a double may be taken for either side. */
const lastDigit = 1e-14;
const onEitherSide =
  (toWhole: (value: number) => number) =>
  (exact: number): readonly number[] => [toWhole(exact * (1 - lastDigit)), toWhole(exact * (1 + lastDigit))];
const ways = [onEitherSide(Math.round), onEitherSide(Math.floor), onEitherSide(Math.ceil)] as const;

/**
 * Whether numbers that are told well, one by one, are told in one way: to as many decimals or digits each, and to the
 * nearest, or cut off, or rounded up throughout. Who chooses that anew for each number can hide what it is short of.
 */
export function areToldAlike(all: readonly ToldNumber[]): boolean {
  const rounded = all.filter(({ exact, told }) => Math.abs(told - exact) > 1e-9 * Math.abs(exact));
  if (rounded.length < 2) return true;
  const steps = [
    ({ minDecimals }: ToldNumber) => 10 ** -minDecimals,
    ({ exact }: ToldNumber) => findLastOfFewest(exact),
  ];
  return steps.some((first) =>
    finer.some((parts) => ways.some((way) => rounded.every((one) => isToldBy(way, first(one) / parts, one)))),
  );
}

function isToldBy(
  way: (exact: number) => readonly number[],
  step: number,
  { exact, told }: ToldNumber,
): boolean {
  return way(exact / step).some((one) => isClose(one, told / step, 1e-12));
}

/** Twenty bytes are no thousandth of a gigabyte, however one rounds up. */
const mostRoundedUp = 2;

/** Whether an amount was rounded to multiples of the step, or cut off or rounded up there: that is one thing. */
function isRoundedTo(value: number, told: number, step: number): boolean {
  return (
    isMultipleBeside(value, told, step) &&
    Math.abs(told) <= Math.max(mostRoundedUp * Math.abs(value), Math.round(Math.abs(value) / step) * step)
  );
}

/** Whether what was told is one of the two multiples of the step that a number lies between, or the one that it is. */
export function isMultipleBeside(value: number, told: number, step: number): boolean {
  const [exact, came] = [value / step, told / step];
  return [Math.round(exact), Math.floor(exact), Math.ceil(exact)].some((one) => isClose(one, came, 1e-12));
}
