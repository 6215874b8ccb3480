/** How public checks read what came back, and compare it: nothing here knows an answer. */
import { getField, readReal } from "../../../contract/answers";
import type { Value } from "../../../contract/value";

/** NaN for what is no number: then no comparison holds. */
export function readNumber(value: Value): number {
  const read = readReal(value);
  return read.ok ? read.answer : Number.NaN;
}

/** @returns NaN where the field is missing or holds no number */
export function readFieldNumber(value: Value, field: string): number {
  return readNumber(getField(value, field));
}

/** @param share of the number that is expected, as far as the other one may lie from it */
export function isNear(came: number, expected: number, share: number): boolean {
  return Math.abs(came - expected) <= share * Math.abs(expected);
}

export function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

/** How values are cut: to so many decimals, or to so many digits. */
export interface Rounding {
  readonly decimals: readonly number[];
  readonly digits: readonly number[];
}

/** A chart is read off: one decimal or two digits of it are as many as anybody sees. */
export const shownRounding: Rounding = { decimals: [1, 2, 3, 4, 5, 6], digits: [2, 3, 4, 5, 6] };

/** Of a value, as much as a step of its last digit may be where that digit says anything. */
const mostOfValue = 0.1;

/** Whether a value that is told to multiples of a step says what it is told of: 0.3 says little, and 0.0 nothing. */
export function keepsDigits(value: number, step: number): boolean {
  return step <= mostOfValue * Math.abs(value) * (1 + 1e-9);
}

/** Between neighbours of a value that is rounded: one for each way to round that leaves it as it is. None of nothing. */
export function listSteps({ decimals, digits }: Rounding, value: number): readonly number[] {
  if (value === 0) return [];
  return [
    ...decimals.filter((count) => hasDecimals(value, count)).map(stepOfDecimals),
    ...digits.filter((count) => hasDigits(value, count)).map((count) => stepOfDigits(value, count)),
  ];
}

const hasDecimals = (value: number, count: number): boolean => Number(value.toFixed(count)) === value;
const hasDigits = (value: number, count: number): boolean => Number(value.toPrecision(count)) === value;
const stepOfDecimals = (count: number): number => 10 ** -count;
const stepOfDigits = (value: number, count: number): number =>
  10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - count);

/**
 * Whether a number between two was told, rounded to the nearest, cut off or rounded up: how one rounds is no matter.
 * What has so many digits has more as well, so that the most that come near enough decide.
 */
export function isRoundedBetween(
  came: number,
  least: number,
  most: number,
  { decimals, digits }: Rounding,
): boolean {
  if (came === 0) return false;
  const reaches = (step: number): boolean => isBetween(came, least - step, most + step);
  const decimal = findLargest(decimals, (count) => reaches(stepOfDecimals(count)));
  const digit = findLargest(digits, (count) => reaches(stepOfDigits(came, count)));
  return (decimal >= 0 && hasDecimals(came, decimal)) || (digit > 0 && hasDigits(came, digit));
}

/** @returns -1 where none is meant */
const findLargest = (counts: readonly number[], isMeant: (count: number) => boolean): number =>
  counts.reduce((largest, count) => (count > largest && isMeant(count) ? count : largest), -1);

/** Bytes of the units that an amount may be told in: bytes, kB, KiB, MB, MiB, GB, GiB. */
export const unitBytes = [1, 1e3, 2 ** 10, 1e6, 2 ** 20, 1e9, 2 ** 30] as const;

/** What a larger unit's rounding may change of an amount. */
const roundedShare = 0.01;

/** Whether so many bytes were told, in bytes or in a larger unit, there rounded perhaps. */
export function isToldBytes(told: number, bytes: number): boolean {
  return isToldBetween(told, bytes, bytes);
}

/** Whether some number of bytes from the least to the most was told, in bytes or in a larger unit. */
export function isToldBetween(told: number, leastBytes: number, mostBytes: number): boolean {
  return unitBytes.some((unit) =>
    isBetween(told * unit, leastBytes * (1 - roundedShare), mostBytes * (1 + roundedShare)),
  );
}
