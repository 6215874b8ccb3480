/** Task 6: the peak of a recorded forward pass, and the activations in it. */
import { isSameCount, readCountField } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import { citeSources } from "../kit/sources";
import { activationReadings, ownAnswer } from "./activation-readings";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import type { Events } from "./measures";
import { peakReadings } from "./peak-readings";
import { publicChecks } from "./public-checks";
import { activationSources, peakSources } from "./sources";

const common = {
  kind: "call",
  points: "1",
  export: "forwardMemory",
  cases: listCases,
  args: (events: Events) => [events],
  isSame: isSameCount,
} as const;

const parts: readonly CallPart<Events, number | bigint>[] = [
  {
    ...common,
    id: "peak",
    read: (value) => readCountField(value, "peakBytes"),
    readings: citeSources(peakReadings, peakSources),
  },
  {
    ...common,
    id: "activations",
    consults: (events) => ({ [ownAnswer]: { export: "forwardMemory", args: [events] } }),
    read: (value) => readCountField(value, "activationBytes"),
    readings: citeSources(activationReadings, activationSources),
  },
];

export const question: Question = { id: "forward-profile", points: "2", parts, feedback, publicChecks };
