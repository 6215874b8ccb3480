/** Task 4: FLOP of a parametric ReLU on given values. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Option } from "../../contract/choice";
import type { Question } from "../../contract/question";
import { remember, rememberTexts } from "../../contract/remember";
import type { Tensor } from "../../contract/value";
import { choose, collectWords, makeChoicePart } from "../kit/choice-part";
import {
  comparisons,
  countPrelu,
  type EntryRule,
  entryOptions,
  listEntries,
  nan,
  nonPositive,
  operations,
} from "../kit/prelu";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

/** Of zero and of something that has a name. */
const writtenCalls = [
  /max\s*(?:\\left\s*)?[({](?=[^)}]{0,20}\p{L})[^)}]{0,20}0/iu,
  /min\s*(?:\\left\s*)?[({](?=[^)}]{0,20}\p{L})[^)}]{0,20}0/iu,
];

const isWrittenOut = rememberTexts((text) => writtenCalls.every((call) => call.test(text)));

/** Two per entry, where the student wrote out the formula that takes them: max(0, y) + a * min(0, y). */
const twoByWrittenFormula: Option<EntryRule | "two-written-out"> = {
  id: "two-per-entry-written-out",
  effect: "two-written-out",
  credit: "0.5",
  looksBack: true,
  byWords: true,
  says: "You counted max(0, y) + a · min(0, y): a multiplication and an addition for every entry. Its values are right, but the definition only selects, and multiplies where y is not positive.",
  hint: "Comparisons and selections are free here. How many entries are multiplied?",
};

const oneRow = { credit: "0.5", hint: "Every row of the batch goes through the function." };

/** What is left of the batch, one after another: who looks at one row makes every other choice on it. */
const rows = choose<(x: Tensor) => Tensor>(
  { id: "whole-batch", effect: (x) => x },
  {
    id: "first-row-alone",
    effect: remember((x) => takeRow(x, 0)),
    ...oneRow,
    says: "You counted the first row alone: the batch is left out.",
  },
  {
    id: "last-row-alone",
    effect: remember((x) => takeRow(x, (x.shape[0] ?? 0) - 1)),
    ...oneRow,
    says: "You counted the last row alone: the batch is left out.",
  },
);

function takeRow({ shape: [, columns = 0], data }: Tensor, row: number): Tensor {
  const taken = data.slice(row * columns, (row + 1) * columns);
  return { shape: [taken.length === 0 ? 0 : 1, columns], data: taken };
}

/** Whatever the row, these count the same, or nearly. */
const blindToRows: readonly (EntryRule | "two-written-out")[] = [
  entryOptions.upperBound.effect,
  entryOptions.upperBoundUnlessPositive.effect,
  entryOptions.batchForgotten.effect,
  entryOptions.nothingCounted.effect,
];

const part = makeChoicePart({
  id: "prelu",
  points: "1",
  export: "preluFlops",
  cases: listCases,
  args: (x: Tensor) => [x],
  inputOf: ([x]) => x as Tensor,
  quantities: (x) => {
    const { zero, negative } = listEntries(x);
    return { nonPositive: Number(zero + negative), negative: Number(negative) };
  },
  read: readCount,
  isSame: (expected: Count, came: Count) => isSameCount(expected, came),
  reference: { id: "non-positive", says: "Right: one multiplication for every entry that is not positive." },
  choices: {
    entries: choose<EntryRule | "two-written-out">(
      nonPositive,
      ...Object.values(entryOptions),
      twoByWrittenFormula,
    ),
    rows,
    nan,
    operations,
    comparisons,
  },
  answer: (whole, { entries, rows: take, ...others }, earlier) => {
    if (take !== rows[0].effect && blindToRows.includes(entries)) return undefined;
    const x = take(whole);
    if (entries !== "two-written-out") return countPrelu(x, { entries, ...others });
    return isWrittenOut(earlier.explanation("prelu"))
      ? countPrelu(x, { entries: entryOptions.twoPerEntry.effect, ...others })
      : undefined;
  },
});

export const question: Question = {
  id: "prelu",
  points: "1",
  parts: [part],
  feedback: {
    title: "Parametric ReLU",
    asked: "Count the FLOP of PReLU on a matrix whose values are given.",
    expected: "a count of operations",
    unexplained:
      "The count does not follow from the definition. Take a row such as (2, 0, -1) and go through it entry by entry: which of them are multiplied?",
    readings: collectWords([part]),
  },
  publicChecks,
};
