import fc from "fast-check";
import { anyArchitecture, anyVariant, listEarlyFrees } from "../testing/arbitraries";
import { countImageBytes, countSavedBytes } from "./activations";
import { convNeXtV2Variants } from "./architecture";
import { liveAfter, liveAtPeak, type MemoryEvent, peakOf } from "./events";
import { countParameterBytes, listParameterTensors } from "./parameters";
import { type AdamStep, listTrainingEvents, type TrainingIteration } from "./training-events";

const large = convNeXtV2Variants.large;
const weights = countParameterBytes(large);

/** A steady iteration of Large with a multi-tensor step and freed gradients, unless told otherwise. */
function train(batchSize: number, change: Partial<TrainingIteration> = {}): readonly MemoryEvent[] {
  const usual = { arch: large, step: "foreach", iteration: "steady", priorGradients: "freed" } as const;
  return listTrainingEvents({ ...usual, batchSize, ...change });
}

/** The peak of each phase; events that start an iteration count to its forward pass. */
function peakByPhase(events: readonly MemoryEvent[]): Record<"forward" | "backward" | "step", bigint> {
  const peaks = { forward: 0n, backward: 0n, step: 0n };
  let phase: keyof typeof peaks = "forward";
  let live = 0n;
  for (const { op, bytes } of events) {
    phase = op === "loss.backward" && bytes > 0 ? "backward" : phase;
    phase = op === "loss.backward" && bytes < 0 ? "step" : phase;
    live += BigInt(bytes);
    peaks[phase] = live > peaks[phase] ? live : peaks[phase];
  }
  return peaks;
}

function toGigabytes(bytes: bigint): string {
  return (Number(bytes) / 1e9).toFixed(3);
}

describe("Large at 224, in GB", () => {
  test.each([
    [1, "2.921", "3.375", "3.960"],
    [2, "3.467", "3.700", "3.960"],
    [4, "4.558", "4.763", "3.962"],
    [8, "6.741", "6.889", "3.964"],
    [16, "11.106", "11.175", "3.969"],
  ])("batch %d: forward %s, backward %s, step %s", (batchSize, forward, backward, step) => {
    const peaks = peakByPhase(train(batchSize));
    expect([peaks.forward, peaks.backward, peaks.step].map(toGigabytes)).toEqual([forward, backward, step]);
  });

  test.each([
    [1, "3.960", "3.375", "3.960", "3.960"],
    [2, "3.960", "3.700", "3.960", "4.298"],
    [4, "4.763", "4.763", "3.962", "5.390"],
    [8, "6.889", "6.889", "5.305", "7.575"],
    [16, "11.175", "11.175", "9.591", "11.946"],
  ])(
    "batch %d peaks at %s, fused at %s, first at %s, zeroed at %s",
    (batchSize, foreach, fused, first, zeroed) => {
      const traces = [
        train(batchSize),
        train(batchSize, { step: "fused" }),
        train(batchSize, { iteration: "first" }),
        train(batchSize, { priorGradients: "zeroed" }),
      ];
      expect(traces.map((events) => toGigabytes(peakOf(events)))).toEqual([foreach, fused, first, zeroed]);
    },
  );

  test("one more sample costs 0.531 GB while the third stage sets the peak, 0.547 GB once the fourth does", () => {
    const slope = (from: number) => toGigabytes(peakOf(train(from + 1)) - peakOf(train(from)));
    expect([3, 12, 14, 40].map(slope)).toEqual(["0.531", "0.531", "0.547", "0.547"]);
  });
});

/**
 * Peaks that PyTorch 2.5.1's profiler recorded on a CPU, convolutions replaced by allocations of their
 * results.
 */
test.each([
  ["atto", 2, "steady", "freed", 147_368_840n],
  ["nano", 4, "steady", "freed", 631_320_488n],
  ["tiny", 1, "steady", "freed", 573_911_436n],
  ["tiny", 8, "steady", "freed", 1_722_520_264n],
  ["tiny", 4, "first", "freed", 833_477_464n],
  ["tiny", 1, "steady", "zeroed", 637_787_216n],
  ["tiny", 8, "steady", "zeroed", 1_830_244_552n],
  ["large", 1, "steady", "freed", 3_375_114_184n],
  ["large", 2, "steady", "freed", 3_700_461_984n],
  ["large", 4, "steady", "freed", 4_763_239_608n],
  ["large", 16, "steady", "freed", 11_174_745_992n],
  ["large", 4, "steady", "zeroed", 5_390_178_248n],
] as const)(
  "%s at batch size %d, %s, gradients %s: the backward pass peaks as recorded",
  (variant, batchSize, iteration, priorGradients, recorded) => {
    const arch = convNeXtV2Variants[variant];
    expect(peakByPhase(train(batchSize, { arch, iteration, priorGradients })).backward).toBe(recorded);
  },
);

describe("the optimizer step", () => {
  /** Weights, gradients and moments, and what the loop still holds: images, labels, logits and loss. */
  const settled = (batchSize: bigint) =>
    4n * weights + batchSize * (countImageBytes(large) + 8n + 4n * 1000n) + 4n;

  test.each([
    ["foreach", weights],
    ["fused", 0n],
    ["for-loop", 2n * 4n * (4n * 1536n * 1536n) + 4n * (4n * 1536n)],
  ] as const)("%s adds %d bytes", (step, temporaries) => {
    const peak = peakByPhase(train(2, { step })).step;
    expect(peak - settled(2n)).toBe(step === "fused" ? 0n : temporaries);
  });

  test("at batch 1 the multi-tensor step sets the peak: 5 W and a little", () => {
    const live = liveAtPeak(train(1));
    expect(live).toMatchObject({
      parameter: weights,
      gradient: weights,
      optimizer: 2n * weights,
      temporary: weights,
    });
  });

  test("in the first iteration the moments come to life here", () => {
    const events = train(1, { iteration: "first" });
    const firstMoment = events.findIndex(({ category }) => category === "optimizer");
    expect(liveAfter(events, firstMoment).gradient).toBe(weights);
    expect(liveAfter(events).optimizer).toBe(2n * weights);
  });
});

describe("gradients", () => {
  test("there are none before the backward pass if zero_grad freed them, all of them if it zeroed them", () => {
    const atStart = (events: readonly MemoryEvent[]) =>
      liveAfter(
        events,
        events.findIndex(({ op }) => op === "images"),
      ).gradient;
    expect(atStart(train(1))).toBe(0n);
    expect(atStart(train(1, { priorGradients: "zeroed" }))).toBe(weights);
    expect(atStart(train(1, { priorGradients: "zeroed", iteration: "first" }))).toBe(0n);
  });

  test("each parameter gets exactly one", () => {
    const made = train(1).filter(({ category }) => category === "gradient");
    const expected = listParameterTensors(large).map(({ name, count }) => [
      `${name}.grad`,
      4 * Number(count),
    ]);
    const order = ([a]: readonly unknown[], [b]: readonly unknown[]) => String(a).localeCompare(String(b));
    expect(made.map(({ op, bytes }) => [op, bytes]).sort(order)).toEqual(expected.sort(order));
  });
});

// Property tests: peak strictly increasing in the batch, growth towards A, everything freed that should be.
describe("for any architecture", () => {
  const anyStep = fc.constantFrom<AdamStep>("foreach", "for-loop", "fused");
  const anySetting = fc.record({
    arch: anyArchitecture(),
    batchSize: fc.integer({ min: 1, max: 6 }),
    step: anyStep,
    iteration: fc.constantFrom("first" as const, "steady" as const),
    priorGradients: fc.constantFrom("freed" as const, "zeroed" as const),
    imageSide: fc.constant(32),
  });

  test("after an iteration only logits and loss are left of the activations, and W gradients and 2 W moments", () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const size = countParameterBytes(setting.arch);
        const live = liveAfter(listTrainingEvents(setting));
        expect(live).toMatchObject({ parameter: size, gradient: size, optimizer: 2n * size, temporary: 0n });
        expect(live.activation).toBe(4n * BigInt(setting.batchSize * setting.arch.numClasses) + 4n);
      }),
    );
  });

  test("no tensor is freed before it came to life", () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        expect(listEarlyFrees(listTrainingEvents(setting))).toEqual([]);
      }),
    );
  });

  test("the peak grows strictly with the batch", () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const next = { ...setting, batchSize: setting.batchSize + 1 };
        expect(peakOf(listTrainingEvents(next))).toBeGreaterThan(peakOf(listTrainingEvents(setting)));
      }),
    );
  });

  test("for large batches one more sample costs a published variant A, its image, and less than 7 % of A", () => {
    fc.assert(
      fc.property(anyVariant, fc.integer({ min: 200, max: 300 }), (variant, batchSize) => {
        const arch = convNeXtV2Variants[variant];
        const growth = peakOf(train(batchSize + 1, { arch })) - peakOf(train(batchSize, { arch }));
        const perSample = countSavedBytes(arch) + countImageBytes(arch);
        expect(growth).toBeGreaterThanOrEqual(perSample);
        expect(growth).toBeLessThan((perSample * 107n) / 100n);
      }),
      { numRuns: 20 },
    );
  });
});
