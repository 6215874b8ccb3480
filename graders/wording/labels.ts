/**
 * Every general sentence and label of the reports that is said as it stands, in English. Another language translates
 * each in its table; what is filled in stands in report-templates.ts.
 *
 * A backquoted word is set as code.
 */
import { classLabels } from "./class-labels";
import { figureLabels } from "./figure-templates";

const findings = {
  unansweredText: "No written answer was found here that the grader could recognise as a reason.",
  acceptedConvention: "This is an accepted convention: it earns full points.",
  partlyAcceptedConvention: "This convention is accepted for a part of the points.",
  orElse: "Your answers may as well come from this:",
  mixedConventions:
    "You mixed accepted conventions. Each of them is fine, so this counts; keeping to one makes your numbers easier to follow.",
  carried: "This follows from your own earlier answer, so an earlier slip does not count against you again.",
  unproven:
    "It builds on an earlier answer of yours that we could not explain, that leaves out what every way of counting has, or from which one answer follows for all inputs, so half of it counts until a person has looked.",
  mayHide: "A slip that many make would show on those inputs alone, so this is worth no more than the slip.",
  leavesOpen:
    "Where no answer came, several slips together could have shown, so a person looks at what this is worth.",
  differing:
    "An earlier function of yours answers here in another way than on its own question, so nothing could be carried forward from it.",
  right: "This is right.",
  notRight: "This answer follows a known slip.",
  person:
    "You explained what you did, so a person will read it and may add points. The points shown here are yours already.",
  look: "A person will look at this. The points shown here are yours already.",
  decided: {
    points: "A person decided the points here.",
    asJudged: "A person looked at this and left the points as they are.",
    outdated: {
      "another-hand-in":
        "This was decided for another hand-in than the one shown here, so it does not count as it stands. A person will look again.",
      "another-worth":
        "This was decided when the question was worth something else, so it does not count as it stands. A person will look again.",
      "another-part":
        "This was decided about a part that the question no longer has, so it does not count as it stands. A person will look again.",
      "another-judgement":
        "What was judged here has changed since a person added to it or took from it, so that does not count as it stands. A person will look again.",
    },
  },
  ungradable: "Nothing of this could be run, so there are no points yet. A person will look at it.",
  heldBack: "The grader failed here. That is our fault: it costs you nothing, and the points follow.",
} as const;

const notices = {
  ungradable: {
    refused: "What you handed in could not be taken in.",
    "does-not-compile": "Your code does not compile, so it could not be run.",
    "does-not-load": "Your code stopped while it was being loaded, before any question was asked.",
  },
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
    "Your explanations are more than the grader reads through, so none of them was read. Shorten them, or write to your teacher. Your functions were graded all the same.",
  stopped:
    "Your code stopped with an error at its top level; the functions exported before that were graded.",
} as const;

const student = {
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
  fromPerson: "From the person who looked at it",
  explanationCut: "The rest is not shown here; the person who reads your explanation sees all of it.",
  part: "Part",
  submission: "Submission",
  producedBy: "Graded by",
  notRun: "Not run yet, so there are no points yet.",
  costMost: "What cost you most",
  allQuestions: "Question by question",
  waiting: "Waits for a person",
  lookedAt: "A person has looked at",
  handedIn: "Handed in",
  digest: "Digest of the files",
  graded: "Graded on",
  mend: "How to mend it",
  yourLines: "Your lines",
  alsoWaiting: "The questions that wait for this",
  carries: "What builds on what",
  carriesSays:
    "An arrow leads from an earlier answer of yours to one that builds on it. Where it is drawn thick, your own earlier answer was carried along, so that a slip there does not count twice.",
} as const;

const mending = {
  refused: [
    "Change just what is named above; nothing else needs to change.",
    "Run `npm run submit-pack`: it refuses what the grader would refuse, and makes the file to hand in.",
  ],
  "does-not-compile": [
    "Open the file at the line that is named. The mistake may also stand just before it.",
    "Run `npm run selfcheck`: it complains as long as your code cannot be run.",
  ],
  "does-not-load": [
    "None of your functions was reached. Look at what runs outside of them: that is what stopped.",
    "Code cannot open files, the network or other programs here: write the numbers it needs into a .ts file.",
    "Run `npm run selfcheck`: it complains as long as your code cannot be run.",
  ],
  last: "Hand it in again if you still can; if not, write to your teacher what is to be changed.",
} as const;

export const englishLabels = {
  figures: figureLabels,
  states: {
    full: "full points",
    part: "some points",
    none: "no points",
    unanswered: "not answered",
    person: "goes to a person",
    ungradable: "could not be run",
    "held-back": "not graded yet",
    void: "does not count",
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
  mending,
  student,
  classPage: classLabels,
} as const;
