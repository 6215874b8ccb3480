/** Choice: in which unit bytes are told, and how far they are rounded. A larger unit than bytes costs nothing. */
import { type Count, isSameCount, readCount, readCountField } from "../../contract/answers";
import type { AnswerPair, Collision, Option } from "../../contract/choice";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import {
  areToldAlike,
  type ByteUnit,
  byteUnits,
  coarseUnits,
  isToldAs,
  modelUnits,
  roughUnits,
  roundedBytes,
} from "./byte-units";
import { choose } from "./choice-part";

/** What came, or what is expected: in a larger unit than bytes, it may be rounded. */
export interface Amount {
  readonly value: Count;
  /** Fewest decimals that still say something; absent for a count that is told exactly. */
  readonly minDecimals?: number;
  /** Where the value is rounded already. */
  readonly exact?: number;
}

export interface TellBytes {
  (bytes: Count): Amount;
  /** Of the unit. */
  readonly bytes: number;
}

export function readAmount(value: Value): Read<Amount> {
  const read = readCount(value);
  return read.ok ? { ok: true, answer: { value: read.answer } } : read;
}

export function readAmountField(value: Value, name: string): Read<Amount> {
  const read = readCountField(value, name);
  return read.ok ? { ok: true, answer: { value: read.answer } } : read;
}

export function isSameAmount({ value, minDecimals, exact = Number(value) }: Amount, came: Amount): boolean {
  return minDecimals === undefined
    ? isSameCount(value, came.value)
    : isToldAs(exact, Number(came.value), minDecimals);
}

/** Amounts are rounded in one way, whatever the amount. */
export function areAmountsAlike(pairs: readonly Omit<AnswerPair<Amount>, "input">[]): boolean {
  return areToldAlike(
    pairs.flatMap(({ expected: { value, minDecimals, exact = Number(value) }, came }) =>
      minDecimals === undefined ? [] : [{ exact, told: Number(came.value), minDecimals }],
    ),
  );
}

/** Probes of a rounded amount and of the exact one lie this far apart, as a share; smaller amounts have none. */
export const amountTolerance = 0.05;

export function probeAmount({ value, minDecimals, exact = Number(value) }: Amount): number {
  const isLost = minDecimals !== undefined && 10 ** -minDecimals > amountTolerance * Math.abs(exact);
  return isLost ? Number.NaN : Number(value);
}

type Told = Omit<ByteUnit, "name">;

const tellBytes = (tell: (bytes: Count) => Amount, bytes = 1): TellBytes => Object.assign(tell, { bytes });

const inBytes = { id: "in-bytes", effect: tellBytes((value) => ({ value })) };

const tellIn = ({ bytes, minDecimals }: Told): TellBytes =>
  tellBytes((count) => ({ value: Number(count) / bytes, minDecimals }), bytes);

const tellRounded = ({ bytes, minDecimals }: Told): TellBytes =>
  tellBytes((count) => {
    const [exact, scale] = [Number(count) / bytes, 10 ** minDecimals];
    return { value: Math.round(exact * scale) / scale, minDecimals, exact };
  }, bytes);

const nameUnit = ({ name }: ByteUnit, suffix = ""): string => `in-${name.toLowerCase()}${suffix}`;

export const rough = {
  credit: "0.75",
  says: "You round the amounts so far that two digits are left of many.",
  hint: "How many bytes is one step of the last digit that you tell, and which amounts are smaller? Three digits tell an amount well.",
};

export const coarse = {
  ...rough,
  credit: "0.5",
  says: "You round the amounts so far that one digit is left of many.",
};

/** @param says in the words of the question: what is right although it is told so */
export function chooseUnit(says: string, units = byteUnits) {
  return choose<TellBytes>(
    inBytes,
    ...units.map((unit) => ({ id: nameUnit(unit), effect: tellIn(unit), says })),
  );
}

const wholeMegabytes = { bytes: 1, minDecimals: -6 };

/** For bytes of models, most of which are large: they may be rounded further, and some are rounded too far. */
export function chooseModelUnit(says: string) {
  return choose<TellBytes>(
    ...chooseUnit(says, modelUnits),
    {
      id: "in-rounded-bytes",
      effect: tellRounded(roundedBytes),
      says: "Right; you round the bytes to three digits or more.",
    },
    { id: "in-roughly-rounded-bytes", effect: tellRounded(wholeMegabytes), ...rough },
    ...roughUnits.map((unit) => ({ id: nameUnit(unit, "-roughly"), effect: tellRounded(unit), ...rough })),
    ...coarseUnits.map((unit) => ({ id: nameUnit(unit, "-coarsely"), effect: tellRounded(unit), ...coarse })),
  );
}

/** What rounding may hide: each option of the other choices, beside each unit that leaves few digits. */
export function listHidden({ unit = [], ...others }: Readonly<Record<string, readonly Option[]>>) {
  const fewDigits = unit.filter(({ id }) => /rounded|roughly|coarsely/.test(id));
  return Object.entries(others).flatMap(([choice, [, ...options]]) =>
    options.flatMap((option) =>
      fewDigits.map(
        ({ id }): Collision => ({
          answered: { [choice]: option.id, unit: id },
          because: "the digits that are left do not show every slip",
        }),
      ),
    ),
  );
}
