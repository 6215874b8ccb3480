/** Task 1: the bytes a name stands for, in KB and MB. */
import type { Effects } from "../../contract/choice";
import type { Question, Trial } from "../../contract/question";
import { amountTolerance } from "../kit/amount";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { type Amount, isSameAmount, readAmount } from "./answer";
import { base, bits, direction, hashAsTyped, hashed, rounding, steps } from "./choices";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

const choices = { hashed, base, steps, rounding, bits, direction };

type BytesEffects = Effects<typeof choices>;

function answer(typed: string, effects: BytesEffects): Amount | undefined {
  if (!isTold(effects)) return undefined;
  const nBytes = Number(effects.hashed(typed));
  const amounts = convert(nBytes * effects.bits.amounts, effects);
  return {
    nBytes: nBytes * effects.bits.nBytes,
    ...book(effects.rounding(amounts[0], amounts[1]), effects),
    ...(effects.direction === "divided" ? { step: findDivisor(effects) / effects.base.kilobyte } : {}),
    ...(effects.rounding.areFewDigits ? { fewDigitsOf: book(amounts, effects) } : {}),
  };
}

type Pair = readonly [kilobytes: number, megabytes: number];

function book([kilobytes, megabytes]: Pair, { direction: told }: BytesEffects) {
  return told === "swapped" ? { nKB: megabytes, nMB: kilobytes } : { nKB: kilobytes, nMB: megabytes };
}

function findDivisor({ base: { kilobyte, megabyte }, steps: count }: BytesEffects): number {
  return count === 2 ? megabyte : kilobyte ** count;
}

function convert(nBytes: number, effects: BytesEffects): Pair {
  const { kilobyte, megabyte } = effects.base;
  if (effects.direction === "multiplied") return [nBytes * kilobyte, nBytes * megabyte];
  return [nBytes / kilobyte, nBytes / findDivisor(effects)];
}

/** One base is taken once or three times; equal amounts cannot be swapped; products are whole. */
function isTold(effects: BytesEffects): boolean {
  const isOneBase = effects.base.kilobyte ** 2 === effects.base.megabyte;
  if (effects.direction === "multiplied") {
    return effects.steps === 2 && effects.rounding === rounding[0].effect;
  }
  return effects.steps === 2 || (isOneBase && !(effects.direction === "swapped" && effects.steps === 1));
}

/** So many MB are told apart from none by the decimals that are kept. */
const fewestBytes = 100_000;

/** True where every number of bytes, whatever it is, was converted rightly, by one base throughout. */
function convertsItsOwnNumber(trials: readonly Trial<string, Amount>[]): boolean {
  const numbers = trials.map((trial) => trial.answer.nBytes);
  if (new Set(numbers.map(String)).size < trials.length / 2) return false;
  return [1024, 1000].some((kilobyte) =>
    trials.every(({ answer: came }) => {
      const nBytes = Number(came.nBytes);
      return (
        Number.isInteger(nBytes) &&
        Math.abs(nBytes) >= fewestBytes &&
        isSameAmount({ nBytes, nKB: nBytes / kilobyte, nMB: nBytes / kilobyte ** 2, step: kilobyte }, came)
      );
    }),
  );
}

const part = makeChoicePart({
  id: "bytes",
  points: "1",
  export: "nameBytes",
  cases: listCases,
  args: (name: string) => [name],
  read: readAmount,
  isSame: isSameAmount,
  probe: ({ nKB }: Amount) => nKB,
  probeTolerance: amountTolerance,
  reference: { id: "binary", says: "Right: 1024 bytes to the KB and 1024 KB to the MB." },
  choices,
  answer,
  // Hidden names stand for small numbers only by their own first ten digits.
  collisions: ["last-ten-digits", "newline-hashed"].flatMap((number) =>
    ["truncated-kilobytes", "rounded-to-whole-kilobytes", "rounded-up-kilobytes", "one-decimal"].map(
      (lost) => ({
        answered: { hashed: number, rounding: lost },
        because: "of so many kilobytes, the fraction is less than a millionth",
      }),
    ),
  ),
  rules: [
    {
      id: "other-number",
      kind: "misconception",
      credit: "0.25",
      by: "rule",
      accepts: convertsItsOwnNumber,
      says: "Your conversion is right, but the number of bytes is not the one the name stands for.",
      hint: `${hashAsTyped} Then take the first ten hexadecimal digits of the SHA-256 digest.`,
    },
  ],
});

export const question: Question = {
  id: "bytes",
  points: "1",
  parts: [part],
  feedback: {
    title: "Bytes to KB and MB",
    asked: "Turn a name into a number of bytes, and that into kilobytes and megabytes.",
    fields: ["nBytes", "nKB", "nMB"],
    expected: "an object { nBytes, nKB, nMB } of three numbers",
    unexplained:
      "The amounts do not follow from the number of bytes. Take nBytes = 2048 and convert it by hand: how many KB, how many MB? Then do the same steps with the hashed number.",
    readings: collectWords([part]),
  },
  publicChecks,
};
