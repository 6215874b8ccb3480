/**
 * Every general sentence of the reports with places to fill, in English. Another language translates each in its table.
 *
 * A backquoted word is set as code. No sentence may carry text that the student's code wrote while it ran on a
 * hidden input: such a text could hold the input.
 */
import type { AnsweredElsewhere, MissingExport } from "../contract/missing-export";

const missing = {
  renamed:
    "The grader looks for an exported function `{name}`. Yours is called `{nameFound}`, and names count letter by letter: rename it.",
  hidden:
    "The grader looks for an exported function `{name}`. Your `{nameFound}` is not exported under this name: begin it with `export function {name}`.",
  leftOut:
    "The grader looks for an exported function `{name}`. The cell of your notebook with your `{nameFound}` could not be run and was left out: the top of your report says what is wrong.",
  otherFile:
    "The grader looks for an exported function `{name}`. Your `{nameFound}` is exported by another of your files, and not by the one that is graded: export it there as well.",
  method:
    "The grader looks for an exported function `{name}`. Yours is a method, `{nameFound}`: write it as a function outside the class, and export it.",
  member:
    "The grader looks for an exported function `{name}`. Yours is part of something else, `{nameFound}`: write it as a function of its own, and export it.",
  near: "The grader looks for an exported function `{name}`. If you mean your `{nameFound}`, rename it.",
  elsewhere:
    "The grader looks for an exported function `{name}`. What was graded does not answer it, but {nameFound} was handed in as well, and nothing imports it: a person will look at it.",
  inText:
    "The grader looks for an exported function `{name}`. No code cell answers it, but a text cell of {nameFound} seems to, and text is not run: a person will look at it.",
} as const;

export const missingTemplates = {
  "other-case": missing.renamed,
  "snake-case": missing.renamed,
  "not-exported": missing.hidden,
  "left-out": missing.leftOut,
  "other-file": missing.otherFile,
  "in-a-class": missing.method,
  inside: missing.member,
  similar: missing.near,
  elsewhere: missing.elsewhere,
  "in-text": missing.inText,
} as const satisfies Record<(MissingExport | AnsweredElsewhere)["kind"], string>;

/** Why calls gave no value. */
export const failureTemplates = {
  threw: "For at least one input your function threw an error. Try it with small, large and unusual inputs.",
  noFunction: "What you export under this name is no function, so it could not be called. Export a function.",
  timedOut:
    "For at least one input your function took longer than {n} s and was stopped. Is there a loop that may never end?",
  outOfMemory:
    "For at least one input your function needed more memory than the {n} MiB it may use. Does it build something that it could count instead?",
  printedTooMuch:
    "For at least one input your function printed more than the grader reads. Remove what prints in a loop, such as console.log.",
  tooLarge:
    "For at least one input your function gave back more than the grader reads: too large, too deeply nested, or too many values. Return only what the question asks for.",
  didNotAnswer: "For at least one input no answer came: {because}.",
  missingExport: "The exported function was not there for every input.",
  tampering:
    "Something other than a returned value came back from your code, so its answers here do not count. If you did not intend this, tell your teacher: a person will look at it.",
} as const;

export const reportTemplates = {
  inFile: "{file}, line {nLine}, column {nColumn}",
  inCell: "cell {n}, line {nLine}, column {nColumn}",
  complaintInCell: "cell {n}, line {nLine}: {complaint}",
  unansweredOne: "Nothing was handed in here. The grader looks for an exported function `{name}`.",
  unansweredSeveral: "Nothing was handed in here. The grader looks for exported functions {names}.",
  malformed: "Your function returned {came}. Expected: {expected}.",
  decidedInstead: "A person decided the points here. The program alone gave {points}.",
  void: "This question does not count, neither for your points nor for what can be reached: {why}",
  weighed:
    "This question counts {factor} times what it was worth, for your points and for what can be reached: {why}",
  pointsOf: "of {points} points",
  bonusOf: "bonus {points} of {pointsAll}",
  pointsLost: "{points} of {pointsAll} lost",
  task: "Task {name}",
  stoppedAt:
    "Your code stopped with an error at its top level in {file}, line {n}; the functions exported before that were graded.",
  unreadFile:
    "{file} was handed in as well and could not be read, and what was graded answers nothing. A person will look at it before the total counts.",
  unreadAnswers:
    "{file} was handed in as well, but nothing imports it, so it was not graded. It seems to answer what is missing in what was graded: {names}. A person will look at it before the total counts.",
  unreadCell:
    "Cell {n} of {file} is text, so it was not run. It seems to answer what is missing in what was graded: {names}. A person will look at it before the total counts.",
  missingAt:
    "{file}, line {n}, imports what is not there: the functions that use it cannot answer, and all others were graded.",
  missingInCell:
    "Cell {n} of your notebook, line {nLine}, imports what is not there: the functions that use it cannot answer, and all others were graded.",
  stoppedInCell:
    "Cell {n} of your notebook stopped with an error, in its line {nLine}; the other cells were run, and what they export was graded.",
} as const;
