/** Choice: in which unit bytes are told. A larger unit than bytes costs nothing, whole or rounded to two decimals. */
import { type Count, isSameCount, readCount, readCountField } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import { byteUnits, isToldAs } from "./byte-units";
import { choose } from "./choice-part";

/** What came, or what is expected: in a larger unit than bytes, it may be rounded. */
export interface Amount {
  readonly value: Count;
  /** Fewest decimals that still say something; absent for a count that is told exactly. */
  readonly minDecimals?: number;
}

export type TellBytes = (bytes: Count) => Amount;

export function readAmount(value: Value): Read<Amount> {
  const read = readCount(value);
  return read.ok ? { ok: true, answer: { value: read.answer } } : read;
}

export function readAmountField(value: Value, name: string): Read<Amount> {
  const read = readCountField(value, name);
  return read.ok ? { ok: true, answer: { value: read.answer } } : read;
}

export function isSameAmount({ value, minDecimals }: Amount, came: Amount): boolean {
  return minDecimals === undefined
    ? isSameCount(value, came.value)
    : isToldAs(Number(value), Number(came.value), minDecimals);
}

/** Probes of a rounded amount and of the exact one lie this far apart, as a share; smaller amounts are not told so. */
export const amountTolerance = 0.05;

/** @param says in the words of the question: what is right although it is told so */
export function chooseUnit(says: string) {
  return choose<TellBytes>(
    { id: "in-bytes", effect: (value) => ({ value }) },
    ...byteUnits.map(({ name, bytes, minDecimals }) => ({
      id: `in-${name.toLowerCase()}`,
      effect: (value: Count): Amount => ({ value: Number(value) / bytes, minDecimals }),
      says,
    })),
  );
}
