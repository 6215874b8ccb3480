/** Task 5, arithmetic intensity: the smallest batch that is compute bound on a GPU. */
import type { Question } from "../../contract/question";
import { makeOptimumPart } from "../kit/roofline/optimum";
import { feedback } from "./feedback";
import { publicChecks } from "./public-checks";

export const question: Question = {
  id: "optimal-batch",
  points: "1",
  parts: [makeOptimumPart({ id: "optimal-batch", points: "1", fused: false, question: "optimal-batch" })],
  feedback,
  publicChecks,
};
