/** Task 5, arithmetic intensity: the bytes that PReLU + Linear moves for one batch. */
import { type Count, readCount } from "../../answers";
import type { CallPart, Question } from "../../contract";
import { isSameTraffic, listTrafficReadings, type TrafficInput } from "../../roofline/traffic";
import { listTrafficCases } from "../../roofline/traffic-cases";
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
