/**
 * Sentences that the engine says about a submission, as patterns: they are written where they are said, in
 * graders/intake, graders/running and graders/contract/answers.ts, and listed here to be translated. A test finds those
 * that are missing.
 */

/** Why something cannot be taken in. */
const refusals = [
  "The entry file must be called submission.ts, not {file}.",
  "The entry file must be called submission.ts, not {file}. JavaScript is TypeScript as well: renaming it is enough.",
  "submission.ts lies in {folder}/; it must lie at the top of the folder.",
  "There is no submission.ts: the folder is empty.",
  "There is no submission.ts; found {files}.",
  "submission.ts must be a file, not a folder.",
  "Folders are nested deeper than {n} levels.",
  "{file} is a link; links are not followed.",
  "It is a link; links are not followed. Hand in a copy.",
  "Its name holds characters that cannot be shown; rename it.",
  "The file name {file} holds characters that cannot be shown.",
  "There are more than {n} .ts files.",
  "The .ts files together are larger than {n} KiB.",
  "The folder holds more than {n} files and folders.",
  "A folder in it cannot be read: permission denied.",
  "A path in it is longer than this system can read.",
  "{file} is not a regular file.",
  "{file} is a hard link to a file elsewhere; hand in a copy.",
  "{file} cannot be read: permission denied.",
  "{file} disappeared while it was read.",
  "{file} is not UTF-8 text; save it with that encoding.",
  "{file} holds a NUL character, so it is no source text.",
  "{file} is larger than {n} KiB.",
  "{file} is no Jupyter notebook of format 4.",
  "{file} is a notebook for another language than TypeScript: choose a TypeScript kernel such as Deno.",
];

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

export const engineSentences: readonly string[] = [...refusals, ...failures, ...losses, ...values];
