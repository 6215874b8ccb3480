/** Task 2b: MACs and FLOPs of a standard convolution. */
import { countConvolution } from "../../../reference/convolution";
import type { Question } from "../../contract/question";
import { makeParts } from "../kit/convolution/parts";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { slips } from "./slips";

const parts = makeParts({
  export: "standardConv",
  listCases,
  countLayer: countConvolution,
  slips,
});

export const question: Question = { id: "standard-conv", points: "1", parts, feedback, publicChecks };
