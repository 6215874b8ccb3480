import { convNeXtV2Variants } from "../convnextv2/architecture";
import { liveAfter, type MemoryEvent, peakOf } from "../convnextv2/events";
import { countParameterBytes } from "../convnextv2/parameters";
import { listRecordingSetups, listRecordings, readRecording } from "./catalogue";
import { decodeEvents, describeRecording, type StoredRecording } from "./recordings";

const summaries = listRecordings();

/** A stored recording of three events: 8 bytes come, 4 bytes come, 8 bytes go. */
const tables = { categories: ["parameter", "temporary"], operators: ["model", "gelu"] };
const stored: StoredRecording = {
  id: "made-up",
  batchSize: 2,
  imageSide: 224,
  run: { kind: "forward", mode: "grad" },
  convolutions: "stand-in",
  phaseStarts: { forward: 1 },
  eventCount: 3,
  peakBytes: 12,
  kinds: [
    [8, 0, 0],
    [4, 1, 1],
  ],
  events: "0 1 -1",
};

describe.each(summaries.map(({ id }) => id))("%s", (id) => {
  const recording = readRecording(id);

  test("never has less than nothing alive, and peaks where the recorder says", () => {
    let live = 0;
    let lowest = 0;
    for (const { bytes } of recording.events) {
      live += bytes;
      lowest = Math.min(lowest, live);
    }
    expect(lowest).toBe(0);
    expect(peakOf(recording.events)).toBe(BigInt(recording.peakBytes));
  });

  test("releases only what was allocated before, with its category and operator", () => {
    expect(findUnmatchedRelease(recording.events)).toBeUndefined();
  });

  test("keeps parameters and input alive throughout, and ends without temporaries", () => {
    const atEnd = liveAfter(recording.events);
    const atStart = liveAfter(recording.events, recording.phaseStarts.forward);
    expect(atStart.parameter).toBe(countParameterBytes(convNeXtV2Variants[recording.variant]));
    expect([atEnd.parameter, atEnd.input]).toEqual([atStart.parameter, atStart.input]);
    expect([atEnd.activation, atEnd.temporary]).toEqual([0n, 0n]);
  });

  test("enters its phases in order", () => {
    const { forward = -1, backward, step } = recording.phaseStarts;
    const { length } = recording.events;
    const starts = recording.run.kind === "forward" ? [forward] : [forward, backward ?? -1, step ?? length];
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBeGreaterThan(0);
  });
});

describe("Large", () => {
  test.each([
    ["large-batch8-forward-grad", 5_157_206_240],
    ["large-batch8-forward-grad-real", 5_157_206_240],
    ["large-batch8-forward-no-grad", 1_085_707_168],
    ["large-batch8-forward-no-grad-real", 1_085_707_168],
    ["large-batch1-training-steady-foreach", 3_959_744_456],
    ["large-batch1-training-steady-fused", 3_375_115_704],
    ["large-batch1-training-first-foreach", 3_959_744_456],
    ["large-batch8-training-steady-foreach", 6_888_796_376],
  ])("%s peaks at %d bytes", (id, peakBytes) => {
    expect(readRecording(id).peakBytes).toBe(peakBytes);
  });
});

describe("the catalogue", () => {
  test("has five variants, batches of 1, 2 and 8, both modes, all three steps, and both kinds of convolution", () => {
    const distinct = (values: readonly unknown[]): unknown[] => [...new Set(values)].sort();
    const runs = summaries.map(({ run }) => (run.kind === "forward" ? run.mode : run.step));
    expect(distinct(summaries.map(({ variant }) => variant))).toEqual([
      "atto",
      "base",
      "large",
      "nano",
      "tiny",
    ]);
    expect(distinct(summaries.map(({ batchSize }) => batchSize))).toEqual([1, 2, 8]);
    expect(distinct(runs)).toEqual(["for-loop", "foreach", "fused", "grad", "no-grad"]);
    expect(distinct(summaries.map(({ convolutions }) => convolutions))).toEqual(["real", "stand-in"]);
  });

  test("names no recording twice", () => {
    expect(new Set(summaries.map(({ id }) => id)).size).toBe(summaries.length);
  });

  test("was made with one set of versions", () => {
    const versions = [...listRecordingSetups().values()].map(({ torch, timm, threads }) => ({
      torch,
      timm,
      threads,
    }));
    expect(new Set(versions.map((entry) => JSON.stringify(entry))).size).toBe(1);
  });

  test("says which recording is unknown", () => {
    expect(() => readRecording("large-batch3")).toThrow("no recording is called large-batch3");
  });
});

describe("decoding", () => {
  test("turns codes into events, releases with the bytes below zero", () => {
    expect(decodeEvents(tables, stored)).toEqual([
      { bytes: 8, category: "parameter", op: "model" },
      { bytes: 4, category: "temporary", op: "gelu" },
      { bytes: -8, category: "parameter", op: "model" },
    ]);
  });

  test.each([
    [{ events: "0 7 -1" }, 'made-up: event 1 is "7", which names none of its kinds'],
    [{ events: "0 x -1" }, 'made-up: event 1 is "x", which names none of its kinds'],
    [{ eventCount: 4 }, "made-up: has 3 events but states 4"],
    [{ kinds: [[8, 0, 5]] }, "made-up: a kind has 8 bytes and operator 5"],
    [{ kinds: [[0, 0, 0]] }, "made-up: a kind has 0 bytes and operator 0"],
    [{ kinds: [[8, 9, 0]] }, "made-up: category must be one of parameter, input"],
  ])("refuses %j", (change, message) => {
    expect(() => decodeEvents(tables, { ...stored, ...change })).toThrow(message);
  });

  test.each([
    [{ convolutions: "none" }, "made-up: convolutions must be one of stand-in, real, got none"],
    [{ run: { kind: "nap" } }, "made-up: kind of run must be one of forward, training, got nap"],
    [{ run: { kind: "forward" } }, "made-up: mode must be one of grad, no-grad, got undefined"],
    [
      { run: { kind: "training", step: "sgd" } },
      "made-up: step must be one of foreach, for-loop, fused, got sgd",
    ],
  ])("refuses a description with %j", (change, message) => {
    expect(() => describeRecording("atto", { ...stored, ...change })).toThrow(message);
  });

  test("refuses a variant that does not exist", () => {
    expect(() => describeRecording("mega", stored)).toThrow("made-up: variant must be one of atto, femto");
  });
});

/** The first release of which no equal allocation is alive. */
function findUnmatchedRelease(events: readonly MemoryEvent[]): MemoryEvent | undefined {
  const alive = new Map<string, number>();
  return events.find(({ bytes, category, op }) => {
    const key = `${Math.abs(bytes)} ${category} ${op}`;
    const count = (alive.get(key) ?? 0) + Math.sign(bytes);
    alive.set(key, count);
    return count < 0;
  });
}
