/** Task 6: how many parameters ConvNeXt V2 has, and how much memory they take up. */
import { isSameCount, readCountField } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";
import { citeSources } from "../kit/sources";
import { byteReadings, ownAnswer } from "./byte-readings";
import { countReadings } from "./counts";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { byteSources, countSources } from "./sources";

const common = {
  kind: "call",
  points: "1",
  export: "modelMemory",
  cases: listCases,
  args: (arch: ConvNeXtV2) => [arch],
  isSame: isSameCount,
} as const;

const parts: readonly CallPart<ConvNeXtV2, number | bigint>[] = [
  {
    ...common,
    id: "params",
    read: (value) => readCountField(value, "params"),
    readings: citeSources(countReadings, countSources),
  },
  {
    ...common,
    id: "bytes",
    consults: (arch) => ({ [ownAnswer]: { export: "modelMemory", args: [arch] } }),
    read: (value) => readCountField(value, "bytes"),
    readings: citeSources(byteReadings, byteSources),
  },
];

export const question: Question = { id: "parameters", points: "2", parts, feedback, publicChecks };
