/** What a student reads about the intensity curve and its plot. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import { sayConventions } from "../kit/roofline/conventions";
import { sayCurve, shapeSentences } from "../kit/roofline/curve-sentences";
import { sayInPart } from "../kit/roofline/part-sentences";

const plot: Readonly<Record<string, ReadingSentences>> = {
  ...sayConventions("The chart has titled axes, and its points follow from the definition"),
  "drawn-data": {
    says: "The chart has titled axes, and its points follow from the definition, with the inputs' signs as your program chose or drew them.",
  },
  "own-curve": { says: "The chart has titled axes and shows your own curve." },
  "untitled-axes": {
    says: "The points are right, and at least one axis has no title.",
    hint: "A reader who sees only the chart: how would they know what each axis is, and in which unit?",
  },
  "axes-swapped": {
    says: "The chart has the intensity on the horizontal axis and the batch size on the vertical one.",
    hint: "Which of the two do you choose, and which follows from it? The chosen one belongs on the horizontal axis.",
  },
  ...shapeSentences,
};

export const feedback: Feedback = {
  title: "Arithmetic intensity over the batch size",
  expected:
    "a list of numbers, one per batch size, from intensityCurve, and a Vega-Lite spec with inline data, x and y fields and nothing but plain values from intensityPlot",
  unexplained:
    "The values follow neither from the definition nor from your own FLOP and bytes, or the chart shows other points than your curve. For each batch size, divide the FLOP of the whole batch by the bytes of the whole batch; then plot exactly these numbers.",
  readings: { ...sayInPart("curve", sayCurve(false)), ...sayInPart("plot", plot) },
};
