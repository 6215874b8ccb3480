/** The readings of Task 1: right conversions, slips of conversion, and right conversions of another number. */
import { digestName, hashNameToBytes } from "../../../reference/bytes";
import type { Reading, Trial } from "../../contract/question";
import { type Amount, isSameAmount } from "./answer";
import { type Base, type Conversion, convertProperly, mixtures, slips } from "./conversions";

const bases: readonly { readonly base: Base; readonly suffix: string }[] = [
  { base: 1024, suffix: "" },
  { base: 1000, suffix: "-si" },
];

/** Other numbers people take for the number of bytes. */
const wrongNumbers: readonly { readonly id: string; hash(name: string): bigint }[] = [
  { id: "last-ten-digits", hash: (name) => BigInt(`0x${digestName(name).slice(-10)}`) },
  { id: "first-eight-digits", hash: (name) => BigInt(`0x${digestName(name).slice(0, 8)}`) },
  { id: "newline-hashed", hash: (name) => hashNameToBytes(`${name}\n`) },
  { id: "lower-cased", hash: (name) => hashNameToBytes(name.toLowerCase()) },
  { id: "trimmed", hash: (name) => hashNameToBytes(name.trim()) },
  { id: "normalised", hash: (name) => hashNameToBytes(name.normalize("NFC")) },
];

function convert(nBytes: bigint, conversion: Conversion): Amount {
  const [nKB, nMB] = conversion(Number(nBytes));
  return { nBytes, nKB, nMB };
}

const slipReadings: readonly Reading<string, Amount>[] = bases.flatMap(({ base, suffix }) =>
  slips.map((slip) => ({
    id: `${slip.id}${suffix}`,
    kind: "misconception" as const,
    credit: slip.credit,
    answer: (name: string) => convert(hashNameToBytes(name), slip.makeConversion(base)),
  })),
);

/** Taken for bits, where the number of bytes was divided by 8 as well. */
const bitsThroughout: readonly Reading<string, Amount>[] = bases.map(({ base, suffix }) => ({
  id: `taken-as-bits-throughout${suffix}`,
  kind: "misconception",
  credit: "0.25",
  answer: (name) => {
    const nBytes = Number(hashNameToBytes(name)) / 8;
    const [nKB, nMB] = convertProperly(base)(nBytes);
    return { nBytes, nKB, nMB };
  },
}));

const mixtureReadings: readonly Reading<string, Amount>[] = mixtures.map((mixture) => ({
  id: mixture.id,
  kind: "misconception",
  credit: "0.5",
  answer: (name) => convert(hashNameToBytes(name), mixture.convert),
}));

const wrongNumberReadings: readonly Reading<string, Amount>[] = bases.flatMap(({ base, suffix }) =>
  wrongNumbers.map(({ id, hash }) => ({
    id: `${id}${suffix}`,
    kind: "misconception" as const,
    credit: "0.25",
    answer: (name: string) => convert(hash(name), convertProperly(base)),
  })),
);

/** True where every number of bytes, whatever it is, was converted rightly, by one base throughout. */
function convertsItsOwnNumber(trials: readonly Trial<string, Amount>[]): boolean {
  const numbers = trials.map(({ answer }) => answer.nBytes);
  if (new Set(numbers.map(String)).size < trials.length / 2) return false;
  return bases.some(({ base }) =>
    trials.every(({ answer }) => {
      if (answer.nBytes === undefined || !Number.isInteger(Number(answer.nBytes))) return false;
      return isSameAmount(convert(BigInt(answer.nBytes), convertProperly(base)), answer);
    }),
  );
}

export const readings: readonly Reading<string, Amount>[] = [
  {
    id: "binary",
    kind: "reference",
    credit: "1",
    answer: (name) => convert(hashNameToBytes(name), convertProperly(1024)),
  },
  {
    id: "si",
    kind: "convention",
    credit: "1",
    answer: (name) => convert(hashNameToBytes(name), convertProperly(1000)),
  },
  ...mixtureReadings,
  ...slipReadings,
  ...bitsThroughout,
  ...wrongNumberReadings,
  { id: "other-number", kind: "misconception", credit: "0.25", accepts: convertsItsOwnNumber },
];
