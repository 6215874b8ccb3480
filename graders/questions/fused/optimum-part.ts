/** The optimal batch of the fused model. */
import { makeOptimumPart } from "../kit/roofline/optimum";

export const optimumPart = makeOptimumPart({
  id: "optimal-batch",
  points: "0.4",
  fused: true,
  question: "fused",
});
