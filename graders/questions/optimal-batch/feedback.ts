/** What a student reads about the optimal batch size. */
import type { Feedback } from "../../contract/question";
import { sayOptimum } from "../kit/roofline/optimum-sentences";

export const feedback: Feedback = {
  title: "Optimal batch size",
  expected: "a whole number of samples, or null where no batch is compute bound",
  unexplained:
    "The batches do not follow from your intensity and the ridge point. Write the intensity as FLOP over bytes for a batch b, set it equal to the ridge point and solve for b; then see for which ridge points there is a solution at all.",
  readings: sayOptimum(false),
};
