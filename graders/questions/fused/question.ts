/** The bonus of task 5: FLOP, bytes, bound, curve and optimal batch once more, with both layers in one kernel. */
import type { Question } from "../../contract/question";
import { makeBoundPart } from "../kit/roofline/bound";
import { curvePart } from "./curve-part";
import { feedback } from "./feedback";
import { flopsPart } from "./flops-part";
import { optimumPart } from "./optimum-part";
import { publicChecks } from "./public-checks";
import { trafficPart } from "./traffic-part";

export const question: Question = {
  id: "fused",
  points: "2",
  isBonus: true,
  parts: [flopsPart, trafficPart, makeBoundPart("bound", "0.4", true), curvePart, optimumPart],
  feedback,
  publicChecks,
};
