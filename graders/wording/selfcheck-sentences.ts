/**
 * Every sentence of the selfcheck and of submit-pack, in English. Another language translates them in its table;
 * what stands in braces is filled in.
 */
export const sentences = {
  // How a question stands
  passesOne: "passes its public check",
  passes: "passes its {n} public checks",
  unanswered: "not answered yet",
  unansweredOf: "not answered yet: {names}",
  missing: "no function {name} is exported",
  snake: "no function {name} is exported; your {nameNear} only needs that name",
  near: "no function {name} is exported; did you mean your {nameNear}?",
  hidden: "no function {name} is exported; your {nameFound} is there, but not exported under this name",
  leftOutCell: "no function {name} is exported; the cell with your {nameFound} could not be run",
  otherFile:
    "no function {name} is exported; your {nameFound} is exported by another file, and not by the one that is graded",
  method: "no function {name} is exported; your {nameFound} is a method, and has to be a function of its own",
  member:
    "no function {name} is exported; your {nameFound} is part of something else, and has to be a function of its own",
  notFunction: "{name} is exported as a {nameType}, not as a function",
  waits: "{name} calls {nameOther}, which is not answered yet",
  noText: 'the explanation that it asks for is still empty: below "## {name}" in answers.md',
  shortText:
    'the explanation that it asks for is hardly one yet: a sentence or two are enough, below "## {name}" in answers.md',
  malformed: "the answer has another form than the question asks for",
  mismatch: "fails a public check: {says}",
  threw: "stops with an error",
  timedOut: "took longer than {n} s and was stopped; is there a loop that may never end?",
  outOfMemory: "needs more memory than it may use ({n} MiB)",
  tooLarge: "gives back or prints more than the grader reads",
  noAnswer: "gives no answer: {because}",
  tampering: "something other than a returned value came back",

  // Lines below it
  called: "the check called",
  came: "it returned",
  expected: "expected",
  error: "error",
  at: "at",
  inCell: "cell {n}, line {nLine}, column {nColumn}",
  printed: "it printed",

  // What helps against an error that is hard to understand
  habitWritten: "Python's {python} is {code} in TypeScript.",
  habitDivision:
    "In TypeScript // begins a comment: division is a / b, and Math.floor(a / b) where a whole number is wanted.",
  habitSnake: "{name} is called {nameAsked} here: the assignment's names have capitals and no underscores.",
  habitDeclare: "A new name is declared where it first stands: const {name} = …, or let where it changes.",
  divisionAt:
    "In {place}, // begins a comment, so nothing behind it is computed. Where a division is meant, write a / b, or Math.floor(a / b).",
  helpFiles:
    "Your code cannot open files, the network or other programs while it is checked and graded: write the numbers it needs into a .ts file.",
  helpAwait: "Here, await works inside an async function only.",

  // The submission as a whole
  refused: "This cannot be taken in.",
  broken: "This cannot be run, so no question could be asked.",
  summary: "{n} of {nAll} questions pass their public checks.",
  summaryOne: "{n} of one question passes its public checks.",
  noMark: "That is not a mark: the grader asks for more, with other inputs.",
  ready: "Ready to submit.",
  notReady: "Not ready to submit yet.",
  textsOpen:
    "Explanations that are asked for and still to be written: {names}. They stand in answers.md, in text cells of a notebook, in the exported explanations or in comments at the functions. You can hand in without them.",
  nextPack: "Next: npm run submit-pack",
  nextQuestion: "Next: {name}",
  changed: "Changed: checking again …",
  watching: "Watching; save a file to check again, Ctrl+C to stop.",
  stopped: "Stopped. Run the command again to look from the start.",
  stoppedPack: "Stopped: nothing was packed. Run the command again.",

  // Types
  typesFine: "TypeScript finds nothing to complain about.",
  typesFound:
    "TypeScript complains about your types in {n} places. The grader does not look at types; each is worth a thought.",
  typesFoundOne:
    "TypeScript complains about your types in one place. The grader does not look at types; it is worth a thought.",
  typesBroken: "What TypeScript says about it:",
  typesMore: "… and {n} more",
  typesElsewhere: "Complaints about other lines, not shown here: {n}.",
  typesGaveUp: "The types were not checked: {because}.",

  // The name
  named: "Your name, {name}, hashes to {number}.",
  nameMissing: 'Your name is missing. Write it into export const name = "…", as the first question wants it.',
  nameNotExported:
    'Your name is written but not exported: put export in front of it, as in export const name = "…".',
  nameNotReached: "Your name was not reached: your code stops at its top level before that.",
  nameNoText: "export const name is {came}; it should be your name as text.",
  blankEnds: "Your name has blanks at its ends; without them it hashes to {number}.",
  decomposed:
    "Your name holds accents as characters of their own (decomposed Unicode); composed, it hashes to {number}.",
  oddCharacters: "Your name holds characters that nobody sees; without them it hashes to {number}.",

  // What of its top level did not come through
  topLevel:
    "Your code stopped with an error at its top level; only the functions exported before that can be asked.",
  topLevelAt:
    "Your code stopped with an error at its top level in {place}; only the functions exported before that can be asked.",
  cellStopped:
    "Cell {n} stopped with an error, in its line {nLine}; the other cells were run, and what they export is asked.",
  ofLine: "{file}, line {n}",
  ofCell: "cell {n}, line {nLine}",
  textsTooLarge:
    "Your exported explanations are larger than the grader reads, so none of them is read: shorten them.",

  // How it is written
  async: "{names}: async is fine, the grader waits; nothing here needs it, though.",
  defaultExport:
    "A default export is fine; named exports (export function padding …) are what the assignment shows.",
  commonjs:
    "module.exports is fine; named exports (export function padding …) are what the assignment shows.",
  defaultUnseen:
    "This default export is not found: each function is asked for by its name, so write export function padding and so on.",
  notExported: "{names} are written but not exported: put export in front of each function.",
  notExportedOne: "{name} is written but not exported: put export in front of function.",
  windowsLines: "Windows line ends are fine.",
  byteOrderMark: "The file starts with a byte order mark, which is fine.",
  textsFound: "Explanations of yours were found for: {names}.",

  // Help
  helpSelfcheck: "Checks a submission by the public checks alone. Passing them is not a mark.",
  helpPack: "Makes the file to upload, and checks your name.",
  helpWhat:
    "ids of the questions to check, all of them by default; and the submission's folder, file or notebook",
  helpOpen: "write the results as a page, {file}, and open it",
  helpPath: "the submission's folder or .ts file, or a notebook",
  helpWatch: "check again whenever a file is saved",
  helpLanguage: "language of what is said: {names}",
  helpJson: "print one JSON document and nothing else",
  helpSandbox: "how the code is confined while it runs",
  helpOut: "where the file goes",
  helpCodes: "Exit codes: 0 ready to submit · 1 not ready, or usage · 2 the selfcheck itself failed",
  helpPackCodes: "Exit codes: 0 packed · 1 nothing was packed, or usage · 2 the program itself failed",

  unknownWordNear:
    "{word} is neither a file here nor a question; did you mean {nameNear}? Questions: {names}",
  unknownWord: "{word} is neither a file here nor a question. Questions: {names}",
  noPath: "expected the submission's folder or .ts file, or a notebook",
  twoPaths: "expected one submission at a time, got {path} and {pathOther}",
  pageTitle: "Results of the selfcheck",
  pageWritten: "The same as a page: {path}",

  // try
  helpTry: "Evaluates an expression with your own functions, and shows what they print.",
  helpExpression: "TypeScript that has a value, in quotes: '{code}'",
  helpTryCodes: "Exit codes: 0 it has a value · 1 it has none, or usage · 2 the program itself failed",
  trialBroken: "Your submission cannot be run, so nothing could be tried.",
  noExpression: "The expression does not compile.",
  trialLost: "Your submission replaces what it exports, so that the expression was lost.",

  // submit-pack
  packedOne: "{name}: one file, ready to upload.",
  packedOneOpen: "{name}: one file. It can be uploaded, and something is still open:",
  packed: "{name}: {n} files, ready to upload.",
  packedOpen: "{name}: {n} files. It can be uploaded, and something is still open:",
  answered: "{n} of {nAll} questions are answered.",
  stoppedOf: "stop without an answer: {names}",
  noTextsFound:
    "No explanations were found: they stand in answers.md, in the exported explanations or in comments.",
  leftOut: "Left out: {names}. Only the submission, what it imports and answers.md are handed in.",
  leftBeside:
    "Only {file} was looked at, without {names} beside it. Where they belong together, name the folder instead of the file.",
  notebookImports:
    "{file} imports files beside it: hand in what npm run submit-pack -- {file} makes, for the notebook alone lacks them.",
  otherWay:
    "{file} answers {n} functions that are not answered in what would be handed in. Hand in {file} with npm run submit-pack -- {file}, or take its answers over.",
  otherWayOne:
    "{file} answers a function that is not answered in what would be handed in. Hand in {file} with npm run submit-pack -- {file}, or take its answer over.",
  textCell:
    "Cell {n} of {file} is text, so it is not run; it seems to answer {names}. Turn it into a code cell, with the key Y in JupyterLab.",
  digest: "Digest of what is in it: {name}",
  packedFile: "{name} ({n} bytes)",
  notPacked: "Nothing was packed: {says}",
  oldPackMoved:
    "The {name} of an earlier time is called {nameNew} now, so that nobody uploads it by mistake.",
  oldPack: "{name} is still the one of an earlier time: do not upload it.",
  packedUnready: "The selfcheck is not content yet; you can upload it all the same.",
} as const;

export type SentenceName = keyof typeof sentences;
