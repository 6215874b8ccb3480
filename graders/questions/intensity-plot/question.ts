/** Task 5, arithmetic intensity: the intensity over the batch size, as a function and as a chart. */
import type { Question } from "../../contract/question";
import { makeCurvePart } from "../kit/roofline/curve";
import { feedback } from "./feedback";
import { plotPart } from "./plot";
import { publicChecks } from "./public-checks";

export const question: Question = {
  id: "intensity-plot",
  points: "2",
  parts: [makeCurvePart({ id: "curve", points: "1", fused: false, question: "intensity-plot" }), plotPart],
  feedback,
  publicChecks,
};
