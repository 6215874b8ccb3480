/** What a student reads about Task 1. */
import type { Feedback, ReadingSentences } from "../../contract/question";

const keepOneBase = "Choose 1000 or 1024 and keep it: 1 KB is that many bytes, 1 MB that many KB.";
const hashAsTyped =
  "Hash exactly what was typed: the UTF-8 bytes of the name, nothing added, removed or changed.";
const keepFraction =
  "Keep the fraction, or at least two decimals: integer and bigint division lose it, and with it most of a small amount.";

const takenAsBits: ReadingSentences = {
  says: "You divided by 8 first, as if the number were in bits.",
  hint: "The number is in bytes already.",
};

/** Slips that can be made with either base; the sentences are the same. */
const eitherBase: Readonly<Record<string, ReadingSentences>> = {
  "megabytes-one-step": {
    says: "Your megabytes are your kilobytes: you divided once for both.",
    hint: "A megabyte is two steps away from a byte. How many KB make one MB?",
  },
  "megabytes-three-steps": {
    says: "You divided three times for the megabytes.",
    hint: "Two steps lead from bytes to MB; a third one gives GB.",
  },
  truncated: { says: "You cut the amounts down to whole numbers.", hint: keepFraction },
  "truncated-kilobytes": { says: "You cut the kilobytes down to a whole number.", hint: keepFraction },
  "truncated-megabytes": { says: "You cut the megabytes down to a whole number.", hint: keepFraction },
  "rounded-to-whole-kilobytes": { says: "You rounded the kilobytes to a whole number.", hint: keepFraction },
  "rounded-to-whole-megabytes": { says: "You rounded the megabytes to a whole number.", hint: keepFraction },
  "rounded-up": { says: "You rounded the amounts up to whole numbers.", hint: keepFraction },
  "rounded-up-kilobytes": { says: "You rounded the kilobytes up to a whole number.", hint: keepFraction },
  "rounded-up-megabytes": { says: "You rounded the megabytes up to a whole number.", hint: keepFraction },
  "rounded-to-whole": { says: "You rounded the amounts to whole numbers.", hint: keepFraction },
  "one-decimal": { says: "You rounded the amounts to a single decimal.", hint: keepFraction },
  "taken-as-bits": takenAsBits,
  "taken-as-bits-throughout": takenAsBits,
  "converted-to-bits": {
    says: "You multiplied by 8: these are kilobits and megabits.",
    hint: "KB and MB, with a capital B, count bytes.",
  },
  swapped: {
    says: "Kilobytes and megabytes are swapped.",
    hint: "The bigger the unit, the smaller the number.",
  },
  multiplied: {
    says: "You multiplied where you should divide.",
    hint: "A KB is larger than a byte: does it take more or fewer of them for the same amount?",
  },
  "last-ten-digits": {
    says: "Your conversion is right, but you took the last ten digits of the digest.",
    hint: "The number is made of the first ten hexadecimal digits.",
  },
  "first-eight-digits": {
    says: "Your conversion is right, but you took eight digits of the digest.",
    hint: "The number is made of the first ten hexadecimal digits.",
  },
  "newline-hashed": {
    says: "Your conversion is right, but you hashed the name with a line break after it.",
    hint: hashAsTyped,
  },
  "lower-cased": {
    says: "Your conversion is right, but you hashed the name in lower case.",
    hint: hashAsTyped,
  },
  trimmed: {
    says: "Your conversion is right, but you removed the blanks around the name before hashing it.",
    hint: hashAsTyped,
  },
  normalised: {
    says: "Your conversion is right, but you normalised the accents of the name before hashing it.",
    hint: hashAsTyped,
  },
};

const mixedBases: ReadingSentences = {
  says: "You mixed the bases: one step of the conversion takes 1024, the other 1000.",
  hint: keepOneBase,
};

export const feedback: Feedback = {
  title: "Bytes to KB and MB",
  expected: "an object { nBytes, nKB, nMB } of three numbers",
  fields: ["nBytes", "nKB", "nMB"],
  unexplained:
    "The amounts do not follow from the number of bytes. Take nBytes = 2048 and convert it by hand: how many KB, how many MB? Then do the same steps with the hashed number.",
  readings: {
    binary: { says: "Right: 1024 bytes to the KB and 1024 KB to the MB." },
    si: { says: "Right: you used the decimal units, 1000 bytes to the KB and 1000 KB to the MB." },
    "mixed-bases": mixedBases,
    "mixed-bases-stepwise": mixedBases,
    "mixed-bases-si-first": mixedBases,
    "mixed-bases-si-first-stepwise": mixedBases,
    ...eitherBase,
    ...Object.fromEntries(Object.entries(eitherBase).map(([id, sentences]) => [`${id}-si`, sentences])),
    "other-number": {
      says: "Your conversion is right, but the number of bytes is not the one the name stands for.",
      hint: `${hashAsTyped} Then take the first ten hexadecimal digits of the SHA-256 digest.`,
    },
  },
};
