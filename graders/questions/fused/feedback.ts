/** What a student reads about the fused model. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { sayBound } from "../kit/roofline/bound-sentences";
import { sayConventions } from "../kit/roofline/conventions";
import { sayInPart } from "../kit/roofline/part-sentences";
import { curvePart } from "./curve-part";
import { optimumPart } from "./optimum-part";
import { trafficPart } from "./traffic-part";

const flops: Readonly<Record<string, ReadingSentences>> = {
  ...sayConventions("The FLOP behind your fused curve are those of the unfused model"),
  "accepted-curve": { says: "The FLOP behind your fused curve are those of the unfused model." },
  "drawn-data": {
    says: "The FLOP behind your fused curve are those of the unfused model, with the inputs' signs as your program chose or drew them.",
  },
  "own-flops": { says: "The FLOP behind your fused curve are your own FLOP of the unfused model." },
  "reduced-by-fusing": {
    says: "Your fused intensity times your fused bytes gives fewer FLOP than the unfused model has.",
    hint: "One kernel or two: which multiplications and additions would fusing spare?",
  },
};

/** FLOP whether the PReLU's weight is read or not are the same: those sentences would never be said. */
const flopsSentences = Object.fromEntries(
  Object.entries(flops).filter(([id]) => !id.endsWith("-without-slope")),
);

export const feedback: Feedback = {
  title: "PReLU and Linear fused",
  expected:
    'a number of bytes from fusedModelBytes, "memory" or "compute" from fusedBoundBy, a list of numbers from fusedIntensityCurve, a whole number or null from fusedOptimalBatchSize',
  unexplained:
    "The answers do not follow from one kernel that does both layers, nor from your own unfused counts. Start with the bytes: which tensors does the kernel still read, and which does it still write? The other answers follow from there, with the FLOP you had.",
  readings: {
    ...sayInPart("flops", flopsSentences),
    ...collectWords([trafficPart, curvePart, optimumPart]),
    ...sayInPart("bound", sayBound(true)),
  },
};
