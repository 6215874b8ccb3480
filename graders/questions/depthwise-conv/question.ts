/** Task 2c: MACs and FLOPs of a depthwise convolution. */
import { countDepthwiseConvolution } from "../../../reference/convolution";
import type { Question } from "../../contract/question";
import { makeParts } from "../kit/convolution/parts";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { minusOneBeforeGrouping, separableOnce, slips } from "./slips";

const parts = makeParts({
  export: "depthwiseConv",
  listCases,
  countLayer: countDepthwiseConvolution,
  slips,
  flopsSlips: [minusOneBeforeGrouping, ...separableOnce],
});

export const question: Question = { id: "depthwise-conv", points: "1", parts, feedback, publicChecks };
