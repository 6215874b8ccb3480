/**
 * Sentences that the engine says about a submission, as patterns: they are written where they are said, in
 * graders/intake, graders/running and graders/contract/answers.ts, and listed here to be translated. A test finds those
 * that are missing.
 */

/** Why something cannot be taken in. */
const refusals = [
  "There is no submission.ts: the folder is empty.",
  "submission.ts must be a file, not a folder.",
  "Folders are nested deeper than {n} levels.",
  "{file} is a link; links are not followed.",
  "Its name holds characters that cannot be shown; rename it.",
  "The file name {file} holds characters that cannot be shown.",
  "There are more than {n} .ts files.",
  "The .ts files together are larger than {n} KiB.",
  "The folder holds more than {n} files and folders.",
  "A path in it is longer than this system can read.",
  "{file} is not a regular file.",
  "{file} is a hard link to a file elsewhere; hand in a copy.",
  "{file} is not UTF-8 text; save it with that encoding.",
  "{file} holds a NUL character, so it is no source text.",
  "{file} is larger than {n} KiB.",
  "{file} is no Jupyter notebook of format 4.",
  "{file} is a notebook for another language than TypeScript: choose a TypeScript kernel such as Deno.",
  "There is no submission.ts; found {files}. Hand in your work as submission.ts.",
  "There is no {file} in it.",
  "Several files could be the submission: {files}. Hand in one of them, as submission.ts.",
  "No file was handed in, only text that was typed into the page; hand in your work as a file.",
  "{file} is an archive inside an archive; hand in one zip archive with the files in it.",
  "{file} is an archive of a kind that is not opened here; hand in a .zip archive or the files themselves.",
  "{file} is no complete zip archive; it may have been cut off on its way. Pack it again and hand it in anew.",
  "{file} holds more than {n} entries; pack only your own files.",
  "{file} is damaged in the archive; pack it again and hand it in anew.",
  "{file} is encrypted in the archive; pack it again without a password.",
  "{file} is packed by a method that is not read here; pack it again as an ordinary zip archive.",
  "{file} would grow more than a thousandfold when unpacked; hand in your own files only.",
  "{file} stands in the archive twice; pack it again.",
  "{file} has a name that is no text in UTF-8.",
  "{file} leads outside of the archive.",
  "{file} lies too deep.",
];

/** What was taken although it was not handed in as asked. */
const remarks = [
  "{file} was taken for submission.ts, the name it should have.",
  "The work was found in {folder}/; it should lie at the top of what is handed in.",
  "The code cells of the notebook {file} were taken as submission.ts.",
  "The files were taken from the archive {file}.",
  "The explanations were read from {file}, as answers.md.",
  "{file} {because}: explanations in it were not read.",
  "Several files could hold the explanations, so none was read: {files}. Call the right one answers.md.",
  '{file} imports "{specifier}", but the file is called {fileOther}: it was taken, but elsewhere upper and lower case differ.',
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

export const engineSentences: readonly string[] = [
  ...refusals,
  ...remarks,
  ...failures,
  ...losses,
  ...values,
];
