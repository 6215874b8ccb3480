/** Task 5, arithmetic intensity: the intensity over the batch size, as a function and as a chart. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { makeCurvePart } from "../kit/roofline/curve";
import { plotPart } from "./plot";
import { shows } from "./public/shows";
import { publicChecks } from "./public-checks";

const curvePart = makeCurvePart({ id: "curve", points: "1", fused: false, question: "intensity-plot" });

export const question: Question = {
  id: "intensity-plot",
  points: "2",
  parts: [curvePart, plotPart],
  buildsOn: ["model-flops", "model-bytes"],
  asksToExplain: true,
  feedback: {
    title: "Arithmetic intensity over the batch size",
    asked: "Give the FLOP per byte at each batch size, as numbers and as a chart.",
    expected:
      "a list of numbers, one per batch size, from intensityCurve, and a Vega-Lite spec with inline data, x and y fields and nothing but plain values from intensityPlot",
    unexplained:
      "The values follow neither from the definition nor from your own FLOP and bytes, or the chart shows other points than your curve. For each batch size, divide the FLOP of the whole batch by the bytes of the whole batch; then plot exactly these numbers.",
    readings: collectWords([curvePart, plotPart]),
  },
  publicChecks,
  shows,
};
