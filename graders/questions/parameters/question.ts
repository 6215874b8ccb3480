/** Task 6: how many parameters ConvNeXt V2 has, and how much memory they take up. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { bytesPart } from "./bytes-part";
import { paramsPart } from "./params-part";
import { publicChecks } from "./public-checks";

export const question: Question = {
  id: "parameters",
  points: "2",
  parts: [paramsPart, bytesPart],
  feedback: {
    title: "Parameters of ConvNeXt V2",
    asked: "Count the parameters of a ConvNeXt V2, and their bytes.",
    expected: "an object { params, bytes } of two whole numbers",
    fields: ["params", "bytes"],
    unexplained:
      "This is not the number of parameters that the architecture has. Write one line per layer (kernel area × input channels × output channels, plus a bias), add up one block, and compare with `sum(p.numel() for p in model.parameters())` of a small model.",
    parts: {
      bytes: {
        unexplained:
          "The bytes do not follow from the number of parameters. Multiply your own count by the bytes that one fp32 number takes up, and add nothing: what else lies in memory is not asked for.",
      },
    },
    readings: collectWords([paramsPart, bytesPart]),
  },
  publicChecks,
};
