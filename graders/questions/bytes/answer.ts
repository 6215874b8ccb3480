/** The three amounts of an answer to Task 1: how they are read and compared. */
import { type Count, getField, isClose, isSameCount, readCountField, readReal } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";

/** An amount of memory in three units. Who leaves `nBytes` out is judged by the conversion alone. */
export interface Amount {
  readonly nBytes: Count | undefined;
  readonly nKB: number;
  readonly nMB: number;
  /** Of what is expected: KB in an MB, for megabytes that follow from kilobytes as they are told. */
  readonly step?: number;
  /** Of what is expected: the amounts that are told in a few digits, whatever their size. */
  readonly fewDigitsOf?: Pick<Amount, "nKB" | "nMB">;
}

const relativeTolerance = 1e-9;
/** For numbers that show no or one decimal only: good enough where it changes nothing that matters. */
const coarseTolerance = 1e-6;

export function readAmount(value: Value): Read<Amount> {
  const nKB = readUnit(value, "nKB", "nKiB");
  if (!nKB.ok) return nKB;
  const nMB = readUnit(value, "nMB", "nMiB");
  if (!nMB.ok) return nMB;
  const bytes = getField(value, "nBytes");
  const nBytes = bytes === undefined ? undefined : readReal(bytes);
  if (nBytes?.ok === false)
    return { ok: false, came: { code: "returned-in-field", came: nBytes.came, name: "nBytes" } };
  return {
    ok: true,
    answer: { nBytes: nBytes?.answer, nKB: Number(nKB.answer), nMB: Number(nMB.answer) },
  };
}

/** An amount by its documented name, or by the one the binary unit has. */
function readUnit(value: Value, name: string, binaryName: string): Read<Count> {
  const isBinary = getField(value, name) === undefined && getField(value, binaryName) !== undefined;
  return readCountField(value, isBinary ? binaryName : name);
}

export function isSameAmount(expected: Amount, came: Amount): boolean {
  const isSameNumber =
    expected.nBytes === undefined || came.nBytes === undefined || isSameCount(expected.nBytes, came.nBytes);
  const { step = Number.NaN, fewDigitsOf } = expected;
  return (
    isSameNumber &&
    (fewDigitsOf ? tellFewDigits({ ...fewDigitsOf, step }, came) : areSame({ ...expected, step }, came))
  );
}

type Converted = Required<Pick<Amount, "nKB" | "nMB" | "step">>;

function areSame(expected: Converted, came: Amount): boolean {
  const isSameKB = isSameConversion(expected.nKB, came.nKB);
  const isSameMB = isSameConversion(expected.nMB, came.nMB);
  const follows = listFollowing(expected, came, () => mostRounded);
  return (isSameKB && (isSameMB || follows.nMB)) || (isSameMB && follows.nKB);
}

/** Both, or one of them beside what is right or follows from it. */
function tellFewDigits(expected: Converted, came: Amount): boolean {
  const isFewKB = isFewDigits(expected.nKB, came.nKB);
  const isFewMB = isFewDigits(expected.nMB, came.nMB);
  const follows = listFollowing(expected, came, (amount) => 10 ** (1 - fewestDigits) * amount);
  return (
    (isFewKB && (isFewMB || isSameConversion(expected.nMB, came.nMB) || follows.nMB)) ||
    (isFewMB && (isSameConversion(expected.nKB, came.nKB) || follows.nKB))
  );
}

/**
 * Who goes on calculating with an amount as it was told takes its rounding along: that is no further error.
 *
 * @param most that may be taken along: what the amount itself may be rounded by
 */
function listFollowing({ nKB, nMB, step }: Converted, came: Amount, most: (amount: number) => number) {
  const isNear = (expected: number, told: number): boolean => Math.abs(told - expected) <= most(expected);
  return {
    nMB: isNear(nMB, came.nMB) && isSameConversion(came.nKB / step, came.nMB),
    nKB: isNear(nKB, came.nKB) && isSameConversion(came.nMB * step, came.nKB),
  };
}

/** To two decimals, however they are cut. */
const mostRounded = 0.01;

/**
 * True within 1e-9 of the expected number, or when it is that number rounded or cut to the decimals shown: two or more,
 * or fewer where the error stays within 1e-6.
 */
function isSameConversion(expected: number, came: number): boolean {
  if (isClose(expected, came, relativeTolerance)) return true;
  const decimals = countDecimals(came);
  if (decimals < 2 && isClose(expected, came, coarseTolerance)) return true;
  return Math.abs(came - expected) <= 10 ** -Math.max(2, decimals);
}

/** More are told by decimals; whoever tells eight of a large number has lost nothing that a few digits lose. */
const [fewestDigits, mostDigits] = [3, 7];

/** True when it is the expected number rounded or cut to the digits shown: three to seven, zeros at the end included. */
function isFewDigits(expected: number, came: number): boolean {
  for (let digits = fewestDigits; digits <= mostDigits; digits++) {
    if (Number(came.toPrecision(digits)) !== came) continue;
    const lastDigit = 10 ** (Math.floor(Math.log10(Math.abs(came))) + 1 - digits);
    return Math.abs(came - expected) <= lastDigit;
  }
  return false;
}

/** Decimals a number shows in its shortest form; 20 stands for more. */
function countDecimals(value: number): number {
  for (let decimals = 0; decimals < 20; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return 20;
}
