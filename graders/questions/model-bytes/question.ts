/** Task 5, arithmetic intensity: the bytes that PReLU + Linear moves for one batch. */
import { type Count, readCount } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import { isSameTraffic, listTrafficReadings, type TrafficInput } from "../kit/roofline/traffic";
import { listTrafficCases } from "../kit/roofline/traffic-cases";
import { feedback } from "./feedback";
import { publicChecks } from "./public-checks";

const part: CallPart<TrafficInput, Count> = {
  kind: "call",
  id: "model-bytes",
  points: "1",
  export: "modelBytes",
  cases: listTrafficCases,
  args: ({ batchSize, model }) => [batchSize, model],
  read: readCount,
  isSame: isSameTraffic,
  readings: listTrafficReadings(false),
};

export const question: Question = { id: "model-bytes", points: "1", parts: [part], feedback, publicChecks };
