import { createHash } from "node:crypto";
import { convNeXtV2Variants } from "../convnextv2/architecture";
import { liveAfter } from "../convnextv2/events";
import { countParameters, listParameterTensors } from "../convnextv2/parameters";
import {
  type Comparison,
  compareFamily,
  comparePeak,
  comparePhases,
  countStepCounterBytes,
  estimatePeak,
  isAgreement,
  measureDifference,
  stepScalarBytes,
} from "./agreement";
import { listRecordings, readRecording, recordedFamily } from "./catalogue";
import { listModelledEvents, measureModelledPhases } from "./phase-peaks";
import { type RecordingSummary, readVariant } from "./recordings";

const summaries = listRecordings();

function idsOf(isWanted: (recording: RecordingSummary) => boolean): string[] {
  return summaries.filter(isWanted).map(({ id }) => id);
}

describe("the nine variants as timm builds them", () => {
  test.each(compareFamily())("$subject: $quantity equals the model's", ({ modelled, recorded }) => {
    expect(modelled).toBe(recorded);
  });

  test.each(recordedFamily.variants)(
    "$variant: every parameter has the model's name and size",
    (recorded) => {
      const tensors = listParameterTensors(convNeXtV2Variants[readVariant(recorded.variant)]);
      const lines = tensors.map(({ name, count }) => `${name} ${count}\n`).join("");
      expect(createHash("sha256").update(lines).digest("hex")).toBe(recorded.namesAndCountsSha256);
    },
  );

  test.each(recordedFamily.variants)("$variant: blocks have 8c² + 65c parameters", (recorded) => {
    const { dims } = convNeXtV2Variants[readVariant(recorded.variant)];
    expect(recorded.parametersByPart.blocks).toEqual(dims.map((c) => 8 * c * c + 65 * c));
  });

  test("ConvNeXt V1 Large has the count that its block design gives", () => {
    const count = countParameters(convNeXtV2Variants.large, () => true, { scaling: "layer-scale" });
    expect(count).toBe(BigInt(recordedFamily.convnextV1LargeParameters));
  });

  test("all nine are there", () => {
    expect(recordedFamily.variants.map(({ variant }) => variant)).toEqual(Object.keys(convNeXtV2Variants));
  });
});

describe("recorded peaks", () => {
  test.each(idsOf(({ run, convolutions }) => run.kind === "forward" && convolutions === "stand-in"))(
    "%s: the model is exact",
    (id) => {
      const { modelled, recorded } = comparePeak(readRecording(id));
      expect(modelled).toBe(recorded);
    },
  );

  test.each(idsOf(({ run, convolutions }) => run.kind === "forward" && convolutions === "stand-in"))(
    "%s: the model knows to the byte what the pass leaves behind",
    (id) => {
      const recording = readRecording(id);
      const atEnd = liveAfter(listModelledEvents(recording)).activation;
      expect(sumKept(recording.events)).toBe(atEnd);
    },
  );

  test.each(idsOf(({ run, convolutions }) => run.kind === "training" && convolutions === "stand-in"))(
    "%s: the model lacks Adam's step counters, and in the step three scalars, and nothing else",
    (id) => {
      const recording = readRecording(id);
      const gaps = comparePhases(recording).map(({ modelled, recorded }) => recorded - modelled);
      const counters = countStepCounterBytes(recording.variant);
      const isFirst = recording.run.kind === "training" && recording.run.iteration === "first";
      const before = isFirst ? 0n : counters;
      expect(gaps).toEqual([before, before, counters + stepScalarBytes]);
    },
  );

  test.each(idsOf(({ convolutions }) => convolutions === "real"))(
    "%s: the CPU's library adds to it, within the limit",
    (id) => {
      const recording = readRecording(id);
      const rows = [
        comparePeak(recording),
        ...(recording.run.kind === "training" ? comparePhases(recording) : []),
      ];
      expect(rows.filter((row) => !isAgreement(row))).toEqual([]);
      expect(rows.filter(({ modelled, recorded }) => recorded < modelled)).toEqual([]);
    },
  );
});

describe("agreement", () => {
  const row: Comparison = {
    subject: "s",
    quantity: "q",
    modelled: 1_000_050n,
    recorded: 1_000_000n,
    limit: 50n,
  };

  test("ends at the limit, on both sides", () => {
    expect(isAgreement(row)).toBe(true);
    expect(isAgreement({ ...row, modelled: 999_950n })).toBe(true);
    expect(isAgreement({ ...row, modelled: 1_000_051n })).toBe(false);
    expect(isAgreement({ ...row, modelled: 999_949n })).toBe(false);
  });

  test("allows nothing where counts must be exact", () => {
    expect(isAgreement({ ...row, modelled: 1_000_001n, limit: 0n })).toBe(false);
  });

  test("measures the difference relative to the recording", () => {
    expect(measureDifference(row)).toBeCloseTo(5e-5, 12);
    expect(measureDifference({ modelled: 7n, recorded: 7n })).toBe(0);
  });

  test("fails for a model that forgets one gradient", () => {
    const recording = readRecording("large-batch1-training-steady-fused");
    const events = listModelledEvents(recording).filter(
      ({ op }) => op !== "stages.3.blocks.2.mlp.fc2.weight.grad",
    );
    const { backward } = measureModelledPhases(events);
    const recorded = comparePeak(recording).recorded;
    expect(isAgreement({ ...comparePeak(recording), modelled: backward, recorded })).toBe(false);
  });

  test("estimates Large at batch 1 as 4 W + A", () => {
    const [recording] = summaries.filter(({ id }) => id === "large-batch1-training-steady-foreach");
    expect(recording && estimatePeak(recording)).toBe(16n * 197_956_840n + 543_878_320n);
  });
});

/** Bytes of activations that the pass allocated, all of which it leaves behind. */
function sumKept(events: ReturnType<typeof readRecording>["events"]): bigint {
  return events.reduce(
    (sum, { bytes, category }) => (bytes > 0 && category === "activation" ? sum + BigInt(bytes) : sum),
    0n,
  );
}
