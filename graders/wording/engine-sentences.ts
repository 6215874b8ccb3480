/**
 * Sentences that the engine says about a submission, as patterns: they are written where they are said, in
 * graders/running and graders/contract/answers.ts, and listed here to be translated. A test finds those
 * that are missing.
 */

/** Why it does not compile or load; what follows a colon may be a tool's own English. */
const failures = [
  "{file}, line {n}: {complaint}",
  "{file}: more than {n} brackets open at once.",
  "{file}: compiling took longer than {n} s.",
  "{file}: this source crashes the compiler; look for extremely long or deeply nested expressions.",
  "{file}: compiling takes more than {n} MiB of memory.",
  "{file}: too large once compiled.",
  "The submission stops with an error while it is loaded: {error}",
  "The submission takes longer than {n} s to load: top-level code has to come to an end.",
  "The submission runs out of memory while it is loaded.",
  "The submission goes over the limit of {limit} while it is loaded.",
  "The submission interferes with the grader while it is loaded.",
  "The submission does not load: {because}.",
  "The submission ends the program while it is loaded: remove calls such as process.exit().",
  "checking the types took longer than {n} s",
  "the type checker gave up ({why})",
];

/** Why a call gave no value, after a colon. */
const losses = [
  "the promise that the function returned never settles",
  "the program ended itself with exit code {n}",
  "the program ended itself",
  "the program was ended by {name}",
  "the program used more than {n} s of processor time",
  "the program wrote more than {n} bytes into one file",
  "the program opened more than {n} files at once",
  "the program was aborted, as happens when it starts more than {n} threads",
  "the program started more than {n} processes and threads",
  "the time for the whole submission, {n} s, was used up",
  "the submission does not load",
  "an earlier call of {name} {what}",
  "took longer than {n} s",
  "ran out of memory",
  "went over the limit of {limit}",
  "gave no answer: {because}",
  "ended the program",
];

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

export const engineSentences: readonly string[] = [...failures, ...losses, ...values];
