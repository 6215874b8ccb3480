/** What a student reads about PReLU. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import { nanSuffix } from "./readings";

const multiplication =
  "Which branch of the definition computes something, and which one only passes its value on?";

/** Countings that can put NaN on one side or the other; the sentences are the same. */
const branches: Readonly<Record<string, ReadingSentences>> = {
  "strictly-negative": {
    says: "You counted the negative entries; zeros are missing.",
    hint: "In which branch of the definition is 0?",
  },
  "comparison-counted": {
    says: "You counted a comparison for every entry.",
    hint: "The task leaves comparisons out: what remains?",
  },
  "comparison-counted-strictly-negative": {
    says: "You counted a comparison for every entry, and a multiplication for each negative one; zeros are missing.",
    hint: "The task leaves comparisons out. And in which branch of the definition is 0?",
  },
  "two-per-negative": {
    says: "You counted two operations for each entry that is not positive.",
    hint: "The definition multiplies once there: how many operations is that?",
  },
  "two-per-strictly-negative": {
    says: "You counted two operations for each negative entry, and none for zeros.",
    hint: "The definition multiplies once there. And in which of its branches is 0?",
  },
  inverted: { says: "You counted the positive entries.", hint: multiplication },
  "inverted-with-zeros": { says: "You counted the entries that are not negative.", hint: multiplication },
};

const expectation: ReadingSentences = {
  says: "You counted half of the entries: an expectation for values that are symmetric about 0.",
  hint: "The values are given: which of them does the definition multiply?",
};

export const feedback: Feedback = {
  title: "Parametric ReLU",
  expected: "a count of operations",
  unexplained:
    "The count does not follow from the definition. Take a row such as (2, 0, -1) and go through it entry by entry: which of them are multiplied?",
  readings: {
    "non-positive": { says: "Right: one multiplication for every entry that is not positive." },
    [`non-positive${nanSuffix}`]: {
      says: "Right: one multiplication for every entry that is not positive, NaN among them, as frameworks compute it.",
    },
    "upper-bound": {
      says: "You counted every entry: an upper bound, right only where no entry is positive.",
      hint: "The values are given: which of them does the definition multiply?",
    },
    "upper-bound-unless-positive": {
      says: "You counted every entry, unless all of them are positive: an upper bound wherever both kinds occur.",
      hint: "The values are given: which of them does the definition multiply?",
    },
    expectation,
    "expectation-cut": expectation,
    "expectation-rounded-up": expectation,
    "two-per-entry-written-out": {
      says: "You counted max(0, y) + a · min(0, y): a multiplication and an addition for every entry. Its values are right, but the definition only selects, and multiplies where y is not positive.",
      hint: "Comparisons and selections are free here. How many entries are multiplied?",
    },
    "two-per-entry": {
      says: "You counted a multiplication and an addition for every entry. The definition has no addition: choosing y or a·y is a selection, and only entries that are not positive are multiplied.",
      hint: "Comparisons and selections are free here. How many entries are multiplied?",
    },
    "three-per-entry": {
      says: "You counted a comparison, a multiplication and an addition for every entry. Comparisons are free, the definition has no addition, and only entries that are not positive are multiplied.",
      hint: "How many entries are multiplied?",
    },
    "batch-forgotten": {
      says: "You counted one operation per column.",
      hint: "Every row of the batch goes through the function, and only some entries are multiplied.",
    },
    "nothing-counted": {
      says: "You counted nothing, as for an ordinary ReLU.",
      hint: "The slope is a parameter and need not be 0: what happens to entries that are not positive?",
    },
    ...branches,
    ...Object.fromEntries(
      Object.entries(branches).map(([id, sentences]) => [`${id}${nanSuffix}`, sentences]),
    ),
  },
};
