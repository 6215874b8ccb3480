/** The choices of Task 1: which number a name stands for, and how it becomes KB and MB. */
import { digestName, hashNameToBytes } from "../../../reference/bytes";
import { choose } from "../kit/choice-part";

const keepOneBase = "Choose 1000 or 1024 and keep it: 1 KB is that many bytes, 1 MB that many KB.";
const keepFraction =
  "Keep the fraction, or at least two decimals: integer and bigint division lose it, and with it most of a small amount.";
const firstTen = "The number is made of the first ten hexadecimal digits.";

export const hashAsTyped =
  "Hash exactly what was typed: the UTF-8 bytes of the name, nothing added, removed or changed.";

const otherText = { credit: "0.25", hint: hashAsTyped };

export const hashed = choose<(name: string) => bigint>(
  { id: "first-ten-digits", effect: hashNameToBytes },
  {
    id: "last-ten-digits",
    effect: (name) => BigInt(`0x${digestName(name).slice(-10)}`),
    credit: "0.25",
    says: "You took the last ten digits of the digest.",
    hint: firstTen,
  },
  {
    id: "first-eight-digits",
    effect: (name) => BigInt(`0x${digestName(name).slice(0, 8)}`),
    credit: "0.25",
    says: "You took eight digits of the digest.",
    hint: firstTen,
  },
  {
    id: "newline-hashed",
    effect: (name) => hashNameToBytes(`${name}\n`),
    ...otherText,
    says: "You hashed the name with a line break after it.",
  },
  {
    id: "lower-cased",
    effect: (name) => hashNameToBytes(name.toLowerCase()),
    ...otherText,
    says: "You hashed the name in lower case.",
  },
  {
    id: "trimmed",
    effect: (name) => hashNameToBytes(name.trim()),
    ...otherText,
    says: "You removed the blanks around the name before hashing it.",
  },
  {
    id: "normalised",
    effect: (name) => hashNameToBytes(name.normalize("NFC")),
    ...otherText,
    says: "You normalised the accents of the name before hashing it.",
  },
);

/** Bytes in a KB and in an MB. */
export interface Base {
  readonly kilobyte: number;
  readonly megabyte: number;
}

const mixed = {
  credit: "0.5",
  says: "You mixed the bases: one step of the conversion takes 1024, the other 1000.",
  hint: keepOneBase,
  source:
    "The 1.44 MB of a floppy disk, 1440 times 1024 bytes: https://krzysiu.net/en/why-floppy-is-marketed-as-144-mb-units-and-joke-for-geeks/",
};

export const base = choose<Base>(
  { id: "binary-units", effect: { kilobyte: 1024, megabyte: 1024 ** 2 } },
  {
    id: "si",
    effect: { kilobyte: 1000, megabyte: 1000 ** 2 },
    says: "Right: you used the decimal units, 1000 bytes to the KB and 1000 KB to the MB.",
    source: "The SI prefixes kilo and mega; IEC 80000-13 names the binary ones kibi and mebi",
  },
  { id: "mixed-bases", effect: { kilobyte: 1024, megabyte: 1000 ** 2 }, ...mixed },
  { id: "mixed-bases-stepwise", effect: { kilobyte: 1024, megabyte: 1024 * 1000 }, ...mixed },
  { id: "mixed-bases-si-first", effect: { kilobyte: 1000, megabyte: 1024 ** 2 }, ...mixed },
  { id: "mixed-bases-si-first-stepwise", effect: { kilobyte: 1000, megabyte: 1000 * 1024 }, ...mixed },
);

/** How many steps lead from bytes to megabytes. */
export const steps = choose<1 | 2 | 3>(
  { id: "megabytes-two-steps", effect: 2 },
  {
    id: "megabytes-one-step",
    effect: 1,
    credit: "0.5",
    says: "Your megabytes are your kilobytes: you divided once for both.",
    hint: "A megabyte is two steps away from a byte. How many KB make one MB?",
  },
  {
    id: "megabytes-three-steps",
    effect: 3,
    credit: "0.5",
    says: "You divided three times for the megabytes.",
    hint: "Two steps lead from bytes to MB; a third one gives GB.",
  },
);

interface RoundPair {
  (kilobytes: number, megabytes: number): readonly [kilobytes: number, megabytes: number];
  /** To a few digits: to how many is the student's choice. */
  readonly areFewDigits?: true;
}

const toDigits = (value: number): number => Number(value.toPrecision(5));
const roundToDigits: RoundPair = Object.assign(
  (kilobytes: number, megabytes: number) => [toDigits(kilobytes), toDigits(megabytes)] as const,
  { areFewDigits: true as const },
);

const lost = { credit: "0.5", hint: keepFraction };
const toOneDecimal = (value: number): number => Number(value.toFixed(1));

export const rounding = choose<RoundPair>(
  { id: "fraction-kept", effect: (kilobytes, megabytes) => [kilobytes, megabytes] },
  ...listWhole("truncated", Math.floor, ["cut", "down to"]),
  ...listWhole("rounded-to-whole", Math.round, ["rounded", "to"]),
  ...listWhole("rounded-up", Math.ceil, ["rounded", "up to"]),
  {
    id: "one-decimal",
    effect: (kilobytes, megabytes) => [toOneDecimal(kilobytes), toOneDecimal(megabytes)],
    ...lost,
    says: "You rounded the amounts to a single decimal.",
  },
  {
    id: "few-digits",
    effect: roundToDigits,
    credit: "0.5",
    says: "You tell a few digits of each amount: of the large ones more is lost than the fraction.",
    hint: "Keep the fraction, or at least two decimals, however many digits stand before them.",
  },
);

/** Whole numbers for both amounts or for one of them, the other as it is. */
function listWhole(
  id: string,
  toWhole: (value: number) => number,
  [verb, direction]: readonly [string, string],
) {
  const both: RoundPair = (kilobytes, megabytes) => [toWhole(kilobytes), toWhole(megabytes)];
  const first: RoundPair = (kilobytes, megabytes) => [toWhole(kilobytes), megabytes];
  const second: RoundPair = (kilobytes, megabytes) => [kilobytes, toWhole(megabytes)];
  return [
    { id, effect: both, ...lost, says: `You ${verb} the amounts ${direction} whole numbers.` },
    {
      id: `${id}-kilobytes`,
      effect: first,
      ...lost,
      says: `You ${verb} the kilobytes ${direction} a whole number.`,
    },
    {
      id: `${id}-megabytes`,
      effect: second,
      ...lost,
      says: `You ${verb} the megabytes ${direction} a whole number.`,
    },
  ];
}

/** What the two amounts, and the number of bytes beside them, are multiplied by. */
export interface Scale {
  readonly amounts: number;
  readonly nBytes: number;
}

const takenAsBits = {
  credit: "0.25",
  says: "You divided by 8 first, as if the number were in bits.",
  hint: "The number is in bytes already.",
};

export const bits = choose<Scale>(
  { id: "in-bytes", effect: { amounts: 1, nBytes: 1 } },
  { id: "taken-as-bits", effect: { amounts: 1 / 8, nBytes: 1 }, ...takenAsBits },
  { id: "taken-as-bits-throughout", effect: { amounts: 1 / 8, nBytes: 1 / 8 }, ...takenAsBits },
  {
    id: "converted-to-bits",
    effect: { amounts: 8, nBytes: 1 },
    credit: "0.25",
    says: "You multiplied by 8: these are kilobits and megabits.",
    hint: "KB and MB, with a capital B, count bytes.",
  },
);

export const direction = choose<"divided" | "swapped" | "multiplied">(
  { id: "divided", effect: "divided" },
  {
    id: "swapped",
    effect: "swapped",
    credit: "0.25",
    says: "Kilobytes and megabytes are swapped.",
    hint: "The bigger the unit, the smaller the number.",
  },
  {
    id: "multiplied",
    effect: "multiplied",
    credit: "0",
    says: "You multiplied where you should divide.",
    hint: "A KB is larger than a byte: does it take more or fewer of them for the same amount?",
  },
);
