/** What a student reads about softmax. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import { conventions, conventionsOfCheapDivision, joinId, type SoftmaxConvention } from "./conventions";
import { slips } from "./slips";

const threeSteps = "Write down the three steps (exponentials, sum, quotient) and cost each.";
const sharedSum = "The sum is shared by the whole row: how often does it have to be computed?";
const cutIntoRows = "Each row is normalised on its own. How many rows are there, and how long is one?";

/** Sentences by family of slips. */
const families: Readonly<Record<string, ReadingSentences>> = {
  "divisions-forgotten": {
    says: "You counted the exponentials and the sum, and left out the divisions.",
    hint: threeSteps,
  },
  "one-division-per-row": {
    says: "You counted a single division per row.",
    hint: "One division gives the reciprocal of the sum. What does it take, then, to get the n quotients?",
  },
  "additions-forgotten": {
    says: "You counted the exponentials and the divisions, and left out the sum.",
    hint: threeSteps,
  },
  "only-exponentials": {
    says: "You counted the exponentials alone.",
    hint: threeSteps,
  },
  "exponentials-twice": {
    says: "You computed every exponential twice, for the numerator and again for the sum.",
    hint: "The same exponentials stand above and below the fraction bar. How many different ones are there?",
  },
  "sum-for-every-output": {
    says: "You computed the sum anew for every output.",
    hint: sharedSum,
  },
  "everything-for-every-output": {
    says: "You computed the sum, and all its exponentials, anew for every output.",
    hint: sharedSum,
  },
  "exponential-as-one": {
    says: "You counted an exponential as a single operation, as some counting libraries do.",
    hint: "The task gives the cost of an exponential.",
  },
  "library-rule-without-batch": {
    says: "This is a counting library's rule for a single row: one operation for each exponential, addition and division.",
    hint: "The task gives the cost of an exponential, and every row of the batch counts.",
  },
  "two-per-entry": {
    says: "You counted two operations per entry, as for another activation: the cost of the exponentials, the sum and the divisions are missing.",
    hint: threeSteps,
  },
  "one-per-entry": {
    says: "You counted the entries, as some counting libraries do.",
    hint: threeSteps,
  },
  "whole-matrix": {
    says: "You normalised the whole matrix at once.",
    hint: cutIntoRows,
  },
  "columns-normalised": {
    says: "You normalised the columns instead of the rows.",
    hint: cutIntoRows,
  },
  "batch-forgotten": {
    says: "You counted a single row.",
    hint: "Every row of the batch is normalised.",
  },
};

const slipSentences = slips.flatMap(({ id, family }): [string, ReadingSentences][] => {
  const sentences = families[family];
  return sentences === undefined ? [] : [[id, sentences]];
});

function listCheapDivision(
  prefix: string,
  write: (convention: SoftmaxConvention) => ReadingSentences,
): [string, ReadingSentences][] {
  return conventionsOfCheapDivision.map((convention) => [joinId(prefix, convention), write(convention)]);
}

const accepted = conventions.map(({ id, says }): [string, ReadingSentences] => [
  id === "" ? "definition" : id,
  { says: `Right: n exponentials per row, ${says}.` },
]);

export const feedback: Feedback = {
  title: "Softmax",
  expected: "a count of operations",
  unexplained: `The count does not follow from the definition. ${threeSteps} Then see which of them happen once per entry and which once per row.`,
  readings: {
    ...Object.fromEntries([
      ...accepted,
      ...listCheapDivision("division-of-one", ({ says }) => ({
        says: `Right: n exponentials per row, ${says}, a division counted as one operation.`,
      })),
      ...listCheapDivision("own-division-cost", ({ says }) => ({
        says: `This follows from your batch norm, where a division counts as one operation: n exponentials per row, ${says}.`,
      })),
      ...listCheapDivision("division-of-one-unremarked", () => ({
        says: "You counted a division as one operation here, and as more in batch norm.",
        hint: "Keep one cost throughout, or say in a sentence why it differs.",
      })),
      ...slipSentences,
    ]),
  },
};
