/** What a student reads about the plot of the intensity. */
import type { ReadingSentences } from "../../contract/question";
import { sayConventions } from "../kit/roofline/conventions";
import { shapeSentences } from "../kit/roofline/shape-sentences";

export const plotSentences: Readonly<Record<string, ReadingSentences>> = {
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
