/** Task 5, arithmetic intensity: the smallest batch that is compute bound on a GPU. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { makeOptimumPart } from "../kit/roofline/optimum";
import { publicChecks } from "./public-checks";

const part = makeOptimumPart({ id: "optimal-batch", points: "1", fused: false, question: "optimal-batch" });

export const question: Question = {
  id: "optimal-batch",
  points: "1",
  parts: [part],
  buildsOn: ["model-flops", "model-bytes"],
  asksToExplain: true,
  feedback: {
    title: "Optimal batch size",
    asked: "Find the smallest batch that is compute bound, or say that there is none.",
    expected: "a whole number of samples, or null where no batch is compute bound",
    unexplained:
      "The batches do not follow from your intensity in FLOP per byte and the ridge point. Write the intensity as FLOP over bytes for a batch b, set it equal to the ridge point and solve for b; then see for which ridge points there is a solution at all.",
    readings: collectWords([part]),
  },
  publicChecks,
};
