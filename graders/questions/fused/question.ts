/** The bonus of task 5: FLOP, bytes, bound, curve and optimal batch once more, with both layers in one kernel. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { shownFusedTraffic } from "../kit/public/shown-roofline";
import { makeBoundPart } from "../kit/roofline/bound";
import { makeCurvePart } from "../kit/roofline/curve";
import { makeOptimumPart } from "../kit/roofline/optimum";
import { flopsPart } from "./flops-part";
import { shows } from "./public/shows";
import { publicChecks } from "./public-checks";
import { trafficPart } from "./traffic-part";

const common = { points: "0.4", fused: true, question: "fused" } as const;

const boundPart = makeBoundPart("bound", "0.4", true);
const curvePart = makeCurvePart({ ...common, id: "curve" });
const optimumPart = makeOptimumPart({ ...common, id: "optimal-batch" });

export const question: Question = {
  id: "fused",
  points: "2",
  isBonus: true,
  parts: [flopsPart, trafficPart, boundPart, curvePart, optimumPart],
  buildsOn: ["model-flops", "model-bytes"],
  feedback: {
    title: "PReLU and Linear fused",
    asked: "Answer the questions on arithmetic intensity again, with both layers in one kernel.",
    expected:
      'a number of bytes from fusedModelBytes, "memory" or "compute" from fusedBoundBy, a list of numbers from fusedIntensityCurve, a whole number or null from fusedOptimalBatchSize',
    unexplained:
      "The answers do not follow from one kernel that does both layers, nor from your own unfused counts. Start with the bytes: which tensors does the kernel still read, and which does it still write? The other answers follow from there, with the FLOP you had.",
    readings: collectWords([flopsPart, trafficPart, boundPart, curvePart, optimumPart]),
  },
  publicChecks,
  shows: { ...shows, ...shownFusedTraffic },
};
