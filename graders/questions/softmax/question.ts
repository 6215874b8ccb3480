/** Task 5: FLOP of a softmax over the rows of a matrix. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { citeSources } from "../kit/sources";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { readings } from "./readings";
import { sources } from "./sources";

const part: CallPart<Tensor, Count> = {
  kind: "call",
  id: "softmax",
  points: "2",
  export: "softmaxFlops",
  cases: listCases,
  args: (x) => [x],
  read: readCount,
  isSame: isSameCount,
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "softmax", points: "2", parts: [part], feedback, publicChecks };
