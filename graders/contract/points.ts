/** Exact decimal points; the one doorway to big.js. Points travel as strings, so nothing is ever 6.000000000000001. */
import Big from "big.js";

/** Decimal places that every sum, product and mean is rounded to, half up: what is declared has fewer, and records hold as many. */
const pointsPlaces = 4;

/** Sum of decimal strings: exact, as all points have four decimals at most. */
export function addPoints(all: readonly string[]): string {
  return format(all.reduce((sum, points) => sum.plus(points), new Big(0)));
}

/** `a` less `b`, as exact as a sum; below "0" where `b` is more. */
export function subtractPoints(a: string, b: string): string {
  return format(new Big(a).minus(b));
}

/** `credit` (a share from 0 to 1) of `points`, rounded to four decimals. */
export function shareOfPoints(points: string, credit: string): string {
  return format(new Big(points).times(credit));
}

/** What is left of several shares, rounded to four decimals. */
export function multiplyCredits(credits: readonly string[]): string {
  return format(credits.reduce((product, credit) => product.times(credit), new Big(1)));
}

/** Points for people: at least two decimals, never a trailing tail of zeros beyond them. */
export function formatPoints(points: string): string {
  const value = new Big(points);
  return value.eq(value.round(2)) ? value.toFixed(2) : value.toFixed();
}

/** Points for a column of people: exact, and all with as many decimals as the longest of them, two at least. */
export function alignPoints(all: readonly string[]): readonly string[] {
  const values = all.map((points) => new Big(points));
  const places = values.reduce((most, { c, e }) => Math.max(most, c.length - 1 - e), 2);
  return values.map((value) => value.toFixed(places));
}

/** Points for a student: exact, without zeros at the end, as "9.125" and "22". */
export function shortenPoints(points: string): string {
  return new Big(points).toFixed();
}

/** Points for people where the exact figure says no more, as in a mean: two decimals, half up. */
export function roundPoints(points: string): string {
  return new Big(points).toFixed(2, Big.roundHalfUp);
}

export function comparePoints(a: string, b: string): number {
  return new Big(a).cmp(b);
}

/** `a / b` as a number between 0 and 1 for drawing; 0 when `b` is 0. */
export function ratioOfPoints(a: string, b: string): number {
  return new Big(b).eq(0) ? 0 : new Big(a).div(b).toNumber();
}

/** Mean of decimal strings, rounded to four decimals; null for an empty list. */
export function meanPoints(all: readonly string[]): string | null {
  return all.length === 0 ? null : format(new Big(addPoints(all)).div(all.length));
}

function format(value: Big): string {
  return value.round(pointsPlaces, Big.roundHalfUp).toFixed();
}
