/** Task 6: what a recorded training iteration really took up, how far the estimate was from it, and why. */

import { isRealExplanation } from "../../contract/explanation";
import type { CallPart, Question, TextPart } from "../../contract/question";
import { type Comparison, isSameComparison, readComparison } from "./comparisons";
import { feedback } from "./feedback";
import { type CheckInput, listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { ownPeak, readings } from "./readings";

const numbers: CallPart<CheckInput, Comparison> = {
  kind: "call",
  id: "numbers",
  points: "0.75",
  export: "checkEstimate",
  cases: listCases,
  args: ({ events, estimate }) => [events, estimate],
  consults: ({ events }) => ({ [ownPeak]: { export: "forwardMemory", args: [events] } }),
  read: readComparison,
  isSame: isSameComparison,
  readings,
};

/** Whether the reasons are good ones is for a person to say, who reads them where points were lost. */
const sentence: TextPart = {
  kind: "text",
  id: "sentence",
  points: "0.25",
  readings: [{ id: "reasons-given", credit: "1", accepts: isRealExplanation }],
};

export const question: Question = {
  id: "estimate-check",
  points: "1",
  parts: [numbers, sentence],
  feedback,
  publicChecks,
};
