/**
 * Sentences that the engine says about a submission, as patterns: they are written where they are said, in
 * graders/contract/answers.ts, and listed here to be translated. A test finds those
 * that are missing.
 */

/** What was returned, in words. */
const values = [
  "nothing (undefined)",
  "a number",
  "a string",
  "a boolean",
  "a bigint",
  "a function",
  "a symbol",
  "an array of {n}",
  "an array",
  "an array of …",
  "an empty object",
  "an object with {fields}",
  "an object with other fields",
  "a string that is not a number",
  "a list that holds {came}",
  "{came} in {name}",
  "a value of another kind",
  "another text",
  "different paddings for the two axes",
  "an object without {name}",
  "a chart spec that does not fit: {what}",
  "at {place}: expected {expected}, got {got}",
  "a chart spec without points: x and y must name fields of the data",
  "a chart spec with more than {n} lines",
];

export const engineSentences: readonly string[] = values;
