/**
 * Every general sentence and label of the reports, in English. What is said about a single question stands in that
 * question's feedback.ts; other languages translate both in their table (graders/wording).
 *
 * A backquoted word is set as code. No sentence may carry text that the student's code wrote while it ran on a
 * hidden input: such a text could hold the input.
 */

import type { MissingExport } from "../contract/missing-export";
import type { Translator } from "../contract/translator";
import { dropExitCode } from "./known-words";
import { describeObservation } from "./observations";
import type {
  ClassLabels,
  FindingSentences,
  NoticeSentences,
  NoValue,
  Sentences,
  StudentLabels,
} from "./sentences-shape";
import { translateTable } from "./translate-table";

const MEBIBYTE = 1024 * 1024;

const findings: FindingSentences = {
  unanswered: (names) =>
    `Nothing was handed in here. The grader looks for ${names.length > 1 ? "exported functions" : "an exported function"} ${names.map((name) => `\`${name}\``).join(", ")}.`,
  missing: sayMissing,
  unansweredText: "No written answer was found here.",
  malformed: (came, expected) => `Your function returned ${came}. Expected: ${expected}.`,
  acceptedConvention: "This is an accepted convention: it earns full points.",
  partlyAcceptedConvention: "This convention is accepted for a part of the points.",
  mixedConventions:
    "You mixed accepted conventions. Each of them is fine, so this counts; keeping to one makes your numbers easier to follow.",
  carried: "This follows from your own earlier answer, so an earlier slip does not count against you again.",
  right: "This is right.",
  notRight: "This answer follows a known slip.",
  failed: sayFailure,
  observed: describeObservation,
  person:
    "You explained what you did, so a person will read it and may add points. The points shown here are yours already.",
  ungradable: "Nothing of this could be run, so there are no points yet. A person will look at it.",
  heldBack: "The grader failed here. That is our fault: it costs you nothing, and the points follow.",
};

function sayMissing(name: string, { kind, found }: MissingExport): string {
  switch (kind) {
    case "other-case":
    case "snake-case":
      return `The grader looks for an exported function \`${name}\`. Yours is called \`${found}\`, and names count letter by letter: rename it.`;
    case "not-exported":
      return `The grader looks for an exported function \`${name}\`. Your \`${found}\` is not exported under this name: begin it with \`export function ${name}\`.`;
    case "in-a-class":
      return `The grader looks for an exported function \`${name}\`. Yours is a method, \`${found}\`: write it as a function outside the class, and export it.`;
    case "similar":
      return `The grader looks for an exported function \`${name}\`. If you mean your \`${found}\`, rename it.`;
  }
}

function sayFailure(outcome: NoValue): string {
  switch (outcome.kind) {
    case "threw":
      return "For at least one input your function threw an error, or what you export under this name is no function. Try it with small, large and unusual inputs.";
    case "timed-out":
      return `For at least one input your function took longer than ${outcome.limitMs / 1000} s and was stopped. Is there a loop that may never end?`;
    case "out-of-memory":
      return `For at least one input your function needed more memory than the ${Math.round(outcome.limitBytes / MEBIBYTE)} MiB it may use. Does it build something that it could count instead?`;
    case "too-large":
      return /^\d+ bytes of printed output$/.test(outcome.limit)
        ? "For at least one input your function printed more than the grader reads. Remove what prints in a loop, such as console.log."
        : "For at least one input your function gave back more than the grader reads: too large, too deeply nested, or too many values. Return only what the question asks for.";
    case "did-not-answer":
      return `For at least one input no answer came: ${dropExitCode(outcome.because)}.`;
    case "missing-export":
      return "The exported function was not there for every input.";
    case "tampering":
      return "Something other than a returned value came back from your code, so its answers here do not count. If you did not intend this, tell your teacher: a person will look at it.";
  }
}

const notices: NoticeSentences = {
  ungradable: {
    refused: "What you handed in could not be taken in.",
    "does-not-compile": "Your code does not compile, so it could not be run.",
    "does-not-load": "Your code stopped while it was being loaded, before any question was asked.",
  },
  detail: (says) => says,
  ungradableNext: "Nothing is lost: a person will look at what you handed in.",
  notGraded:
    "The grader failed on a part of your submission. That is our fault, not yours: it costs you nothing. Your total follows when the grader has been mended.",
  pending: "A person will read what you explained, so the total may still rise.",
  tampering:
    "Something other than returned values came back from your code. If you did not intend this, tell your teacher: a person will look at it before the total counts.",
  unstable:
    "Your code answered differently when it was run a second time with the same inputs. The first run counts; a person will look at it. Look for the clock, random numbers, and values kept between calls.",
  noneFound:
    "None of the functions that the questions ask for was found in your code, so a person will look at it before the total counts.",
  explanationsTooLarge:
    "Your exported `explanations` are larger than the grader reads, so none of them was read. Shorten them, or write to your teacher. Your functions were graded all the same.",
  stopped:
    "Your code stopped with an error at its top level; the functions exported before that were graded.",
  stoppedAt: (file, line) =>
    `Your code stopped with an error at its top level in ${file}, line ${line}; the functions exported before that were graded.`,
};

const student: StudentLabels = {
  report: "Report",
  total: "Total",
  totalHeldBack: "held back",
  bonus: "bonus",
  points: "Points",
  of: "of",
  question: "Question",
  overview: "Overview",
  state: "How it went",
  nextStep: "Next step",
  yourExplanation: "Your explanation",
  explanationCut: "The rest is not shown here; the person who reads your explanation sees all of it.",
  part: "Part",
  submission: "Submission",
  producedBy: "Graded by",
};

const classPage: ClassLabels = {
  title: "Class",
  staffOnly: "For staff only: this page holds names, and may hold hidden inputs and expected answers.",
  submissions: "Submissions",
  submission: "Submission",
  status: "Status",
  total: "Total",
  bonus: "Bonus",
  report: "Report",
  older: "from an earlier run",
  legend: "† goes to a person · — not graded",
  mean: "Mean",
  median: "Median",
  counted: "Submissions with a score",
  distribution: "Distribution of totals",
  distributionAxis: "points",
  misconceptions: "Most frequent misconceptions",
  noMisconceptions: "No answer followed a known misconception.",
  madeBy: "Made by",
  question: "Question",
  questionMeans: "Mean per question",
  needsPerson: "For a person to look at",
  nobody: "Nothing waits for a person.",
  reasons: {
    ungradable: "could not be run",
    tampering: "interfered with the answer channel",
    unstable: (titles) => `answered differently in a second run: ${titles}`,
    noneFound: (asked) => `0 of ${asked} functions found`,
    stopped: (error) => `stopped at its top level: ${error}`,
    unassigned: (text) => `an explanation that belongs to no question: ${text}`,
    explanationsTooLarge: "exported explanations too large to be read",
    explained: (titles) => `explained a result that lost points: ${titles}`,
  },
  notGraded: "Not graded",
  notGradedNext:
    "The grader failed here; these submissions have no total. Mend the fault and run again: only they are graded anew.",
  roster: "Roster",
  withoutSubmission: "On the roster, nothing handed in",
  withoutStudent: "Handed in, not on the roster",
  suggestions: "Perhaps theirs",
  suggestionsNext:
    "Names that nobody on the roster has, and whose they may be. Nothing was guessed: correct the roster or the name, and run again.",
  ambiguous: "Ambiguous",
  ambiguousNext: "One id, several students or several submissions. Nothing was guessed.",
  run: "This run",
  sandbox: "Sandbox",
  level: "Level",
  active: "Active",
  missing: "Missing",
  seed: "Seed",
  rubric: "Rubric",
  producer: "Graded by",
  evidence: "Evidence",
  evidenceWarning: "Hidden inputs and expected answers. Never show this part to students.",
  case: "Case",
  why: "Why it is there",
  came: "Came",
  expected: "Expected",
  explainedBy: "Explained by",
  printed: "Printed output",
  none: "none",
};

export const englishSentences: Sentences = {
  language: "en",
  states: {
    full: "full points",
    part: "some points",
    none: "no points",
    unanswered: "not answered",
    person: "goes to a person",
    ungradable: "could not be run",
    "held-back": "not graded yet",
  },
  statuses: {
    graded: "graded",
    pending_manual: "waits for a person",
    ungradable: "could not be run",
    not_graded: "not graded (our fault)",
    not_submitted: "not handed in",
  },
  findings,
  notices,
  student,
  classPage,
};

export function translateSentences({ language, translate }: Translator): Sentences {
  return { ...translateTable(englishSentences, translate), language };
}
