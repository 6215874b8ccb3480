/** Task 3: FLOP of BatchNorm2d in training mode. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { citeSources } from "../kit/sources";
import { feedback } from "./feedback";
import { hasOneValuePerChannel } from "./fit";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { readings } from "./readings";
import { sources } from "./sources";

const part: CallPart<Tensor, Count> = {
  kind: "call",
  id: "batch-norm",
  points: "2",
  export: "batchNormFlops",
  cases: listCases,
  args: (x) => [x],
  // One value per channel has no variance: an error is right in training mode, and so is any count.
  mayThrow: hasOneValuePerChannel,
  read: readCount,
  isSame: (expected, came, x) => hasOneValuePerChannel(x) || isSameCount(expected, came),
  readings: citeSources(readings, sources),
};

export const question: Question = { id: "batch-norm", points: "2", parts: [part], feedback, publicChecks };
