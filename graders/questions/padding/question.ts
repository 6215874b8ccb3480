/** Task 2a: the smallest symmetric padding that gives the stated output size. */
import { type Count, isSameCount } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";
import { citeSources } from "../kit/sources";
import { readPadding } from "./answer";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { readings } from "./readings";
import { sources } from "./sources";

const part: CallPart<ConvLayer, Count> = {
  kind: "call",
  id: "padding",
  points: "1",
  export: "padding",
  cases: listCases,
  args: (layer) => [layer],
  read: readPadding,
  isSame: isSameCount,
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "padding", points: "1", parts: [part], feedback, publicChecks };
