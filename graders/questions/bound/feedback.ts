/** What a student reads about memory and compute bound. */
import type { Feedback } from "../../contract/question";
import { sayBound } from "../kit/roofline/bound-sentences";

export const feedback: Feedback = {
  title: "Memory or compute bound",
  expected: 'the text "memory" or "compute"',
  unexplained:
    "The answers follow neither from the model's intensity nor from your own FLOP and bytes. Divide your FLOP by your bytes, divide the GPU's peak by its bandwidth, and compare the two, both in FLOP per byte.",
  readings: sayBound(false),
};
