/** Task 6: how much memory training with Adam takes up at its peak. */
import type { CallPart, Question } from "../../contract/question";
import { citeSources } from "../kit/sources";
import { acceptedReadings, ownCounts } from "./accepted";
import { type Estimate, isSameEstimate, readEstimate } from "./estimate";
import { feedback } from "./feedback";
import { type AdamInput, listCases } from "./inputs";
import { misconceptions } from "./misconceptions";
import { publicChecks } from "./public-checks";
import { sources } from "./sources";

const part: CallPart<AdamInput, Estimate> = {
  kind: "call",
  id: "adam-peak",
  points: "1",
  export: "adamMemory",
  cases: listCases,
  args: ({ model, batchSize }) => [model, batchSize],
  consults: () => ownCounts,
  read: readEstimate,
  isSame: isSameEstimate,
  readings: citeSources([...acceptedReadings, ...misconceptions], sources),
};

export const question: Question = { id: "adam-peak", points: "1", parts: [part], feedback, publicChecks };
