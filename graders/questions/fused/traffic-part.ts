/** The bytes of the fused model: by the definition, or the student's own unfused bytes without the saved traffic. */
import { type Count, readCount, readReal } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { CallPart, Reading } from "../../contract/question";
import { isSameTraffic, listTrafficReadings, type TrafficInput } from "../kit/roofline/traffic";
import { listTrafficCases } from "../kit/roofline/traffic-cases";

/** Readings of the unfused bytes that count one of the two passes over the tensor between the layers, and none. */
const onePass = ["intermediate-once", "reads-only", "one-prelu-pass-no-weights", "one-prelu-pass-one-output"];
const noPass = ["intermediate-left-out", "weights-only"];

/** Bytes per element of the unfused readings that do not have 4. */
const bytesPerElement: Readonly<Record<string, number>> = {
  elements: 1,
  "half-precision": 2,
  "double-precision": 8,
  bits: 32,
  kilobytes: 4 / 1000,
  kibibytes: 4 / 1024,
  megabytes: 4 / 1e6,
  mebibytes: 4 / 2 ** 20,
};

export const trafficPart: CallPart<TrafficInput, Count> = {
  kind: "call",
  id: "bytes",
  points: "0.4",
  export: "fusedModelBytes",
  cases: listTrafficCases,
  args: ({ batchSize, model }) => [batchSize, model],
  consults: ({ batchSize, model }) => ({ unfused: { export: "modelBytes", args: [batchSize, model] } }),
  read: readCount,
  isSame: isSameTraffic,
  readings: [
    ...listTrafficReadings(true),
    carry("own-unfused-without-both-passes", (id) => (noPass.includes(id) ? 0 : 2)),
    carry("own-unfused-without-its-pass", (id) => (onePass.includes(id) ? 1 : 0)),
  ],
};

function carry(id: string, countPasses: (unfused: string) => number): Reading<TrafficInput, Count> {
  return {
    id,
    kind: "carried",
    credit: "1",
    answer: (input, earlier) => {
      const unfused = nameUnfused(earlier);
      return saveTraffic(input, earlier, unfused, countPasses(unfused));
    },
  };
}

/** The reading that explained the student's unfused bytes; "" when none did. */
function nameUnfused(earlier: Earlier): string {
  return (earlier.reading("model-bytes") ?? "").replace(/-without-slope$/, "");
}

/** Own unfused bytes without some passes over B x in elements; undefined where nothing is saved, or all. */
function saveTraffic(
  { batchSize, model }: TrafficInput,
  earlier: Earlier,
  unfused: string,
  passes: number,
): Count | undefined {
  const own = readReal(earlier.answer("unfused"));
  const samples = unfused === "batch-ignored" ? 1 : batchSize;
  const saved = passes * samples * model.inFeatures * (bytesPerElement[unfused] ?? 4);
  return own.ok && saved > 0 && own.answer > saved ? own.answer - saved : undefined;
}
