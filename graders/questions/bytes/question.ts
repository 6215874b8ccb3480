/** Task 1: the bytes a name stands for, in KB and MB. */
import type { CallPart, Question } from "../../contract/question";
import { citeSources } from "../kit/sources";
import { type Amount, isSameAmount, readAmount } from "./answer";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { readings } from "./readings";
import { sources } from "./sources";

const part: CallPart<string, Amount> = {
  kind: "call",
  id: "bytes",
  points: "1",
  export: "nameBytes",
  cases: listCases,
  args: (name) => [name],
  read: readAmount,
  isSame: isSameAmount,
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "bytes", points: "1", parts: [part], feedback, publicChecks };
