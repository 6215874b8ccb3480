/** Task 4: FLOP of a parametric ReLU on given values. */
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
  id: "prelu",
  points: "1",
  export: "preluFlops",
  cases: listCases,
  args: (x) => [x],
  read: readCount,
  isSame: isSameCount,
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "prelu", points: "1", parts: [part], feedback, publicChecks };
