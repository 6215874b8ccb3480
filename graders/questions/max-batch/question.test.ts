import type { Gpu, ModelMemory } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { findShownIds } from "../../testing/judge-samples";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

type MaxBatchSize = (model: ModelMemory, gpu: Gpu) => unknown;
type AdamMemory = (model: ModelMemory, batchSize: number) => unknown;

const judge = (maxBatchSize: MaxBatchSize, seed = "test") =>
  judgePartOf([question], { maxBatchSize }, { seed });

/** Written the long way, independent of the reference: one more sample until it no longer fits. */
function largestBatch(model: ModelMemory, gpu: Gpu, copies = 4): number {
  const needs = (batchSize: number) => 4 * copies * model.params + batchSize * model.activationBytesPerSample;
  let step = 1;
  while (needs(step) <= gpu.memory) step *= 2;
  let batchSize = 0;
  for (; step >= 1; step /= 2) if (needs(batchSize + step) <= gpu.memory) batchSize += step;
  return batchSize;
}

const readingIds = question.parts.flatMap((part) => part.readings.map(({ id }) => id));

test.each([
  ["a number", (value: number) => value],
  ["a bigint", (value: number) => BigInt(value)],
  ["a decimal string", (value: number) => `${value}`],
  ["a number in an array", (value: number) => [value]],
])("a search for the largest batch earns the point, as %s", (_, tell) => {
  const verdict = judge((model, gpu) => tell(largestBatch(model, gpu)));
  expect(nameFinding(verdict)).toBe("reading:all-that-fits");
  expect(verdict.points).toBe("1");
});

test.each([17, 18, 19, 21, 22, 25, 28])(
  "three copies, and none below %p bytes a parameter, follow no peak over time: a person looks",
  (guard) => {
    const guarded: MaxBatchSize = (model, gpu) =>
      gpu.memory < guard * model.params ? 0 : largestBatch(model, gpu, 3);
    for (const seed of ["one", "two"]) expect(judge(guarded, seed).finding.kind).toBe("mixed");
  },
);

test("every reading is shown by a sample", () => {
  const shown = findShownIds(question);
  // Cutting off shows only beside a slip, which has the name.
  const rest = readingIds.filter((id) => id !== "cut-off");
  expect(rest.filter((id) => !shown.has(id))).toEqual([]);
});

/** Each deviates from the one formula below; what is not named is right. */
interface Told {
  readonly copies?: number;
  readonly step?: number;
  readonly perSample?: number;
  readonly image?: number;
  readonly weights?: number;
  readonly share?: number;
  readonly bytes?: number;
  readonly least?: number;
  readonly round?: (samples: number) => number;
}

const fill =
  ({
    copies = 4,
    step = Number.NEGATIVE_INFINITY,
    perSample = 1,
    image = 0,
    weights = 4,
    share = 0,
    bytes = 0,
    ...told
  }: Told) =>
  (model: ModelMemory, gpu: Gpu): number => {
    const [memory, bytesOfWeights] = [(1 - share) * gpu.memory - bytes, weights * model.params];
    const sample = perSample * (model.activationBytesPerSample + image * model.inputBytesPerSample);
    const { round = Math.floor, least = 0 } = told;
    if (memory < step * bytesOfWeights) return Math.max(least, 0);
    return Math.max(least, round((memory - copies * bytesOfWeights) / sample));
  };

const [gib, negative] = [2 ** 30, Number.NEGATIVE_INFINITY];

test.each<readonly [string, string, Told]>([
  ["share-kept", "1", { share: 0.1 }],
  ["share-kept", "1", { share: 0.3 }],
  ["bytes-kept", "1", { bytes: 0.7e9 }],
  ["bytes-kept", "1", { bytes: 1.5 * gib }],
  ["share-of-rest-kept", "1", { perSample: 1.1 }],
  ["one-too-few", "0.75", { round: (samples) => Math.floor(samples) - 1 }],
  ["one-too-few", "0.75", { share: 0.1, round: (samples) => Math.floor(samples) - 1 }],
  ["room-kept", "1", { share: 0.05, bytes: 0.5 * gib }],
  ["input-included+share-kept", "1", { share: 0.12, image: 1 }],
  ["step-temporaries+share-kept", "1", { share: 0.15, copies: 5 }],
  ["peak-over-time+bytes-kept", "1", { bytes: gib, copies: 3, step: 4 }],
  ["step-temporaries-twice", "1", { copies: 6 }],
  ["sum-or-step", "1", { step: 5 }],
  ["sum-or-early-step", "1", { step: 6 }],
  ["negative", "0.75", { share: 0.1, least: negative }],
  ["negative", "0.75", { bytes: 1.5 * gib, least: negative }],
  ["negative", "0.75", { least: negative, image: 1 }],
  ["negative", "0.75", { least: negative, round: Math.trunc }],
  ["at-least-one", "0.75", { share: 0.08, least: 1 }],
  ["not-rounded", "0.75", { share: 0.1, round: (samples) => samples }],
  ["rounded-to-nearest", "0.5", { share: 0.1, round: Math.round }],
  ["rounded-up", "0.5", { share: 0.1, round: Math.ceil }],
  ["rounded-up", "0.5", { image: 1, round: Math.ceil }],
  ["gradients-forgotten", "0.5", { copies: 3, bytes: gib }],
  ["gradients-forgotten", "0.5", { copies: 3, share: 0.1 }],
  ["gradients-forgotten+activations-doubled", "0.375", { copies: 3, perSample: 2 }],
  ["gradients-forgotten+negative", "0.375", { copies: 3, least: negative }],
  ["gradients-forgotten+rounded-up", "0.25", { copies: 3, round: Math.ceil }],
  ["gradients-forgotten+half-precision", "0.125", { copies: 3, weights: 2, perSample: 0.5 }],
  ["gradients-forgotten+not-rounded", "0.375", { copies: 3, round: (samples) => samples }],
  ["moments-forgotten+at-least-one", "0.1875", { copies: 2, least: 1 }],
  ["moments-forgotten+activations-doubled", "0.1875", { copies: 2, perSample: 2 }],
  ["moments-forgotten", "0.25", { copies: 2, image: 1, share: 0.2 }],
  ["activations-doubled", "0.75", { perSample: 2, share: 0.1 }],
  ["activations-doubled", "0.75", { perSample: 2, copies: 5 }],
  ["activations-doubled+rounded-to-nearest", "0.375", { perSample: 2, round: Math.round }],
  ["half-precision", "0.25", { weights: 2, perSample: 0.5, share: 0.1 }],
  ["half-precision+negative", "0.1875", { weights: 2, perSample: 0.5, least: negative }],
  ["double-precision", "0.25", { weights: 8, perSample: 2, bytes: gib }],
  ["double-precision+rounded-up", "0.125", { weights: 8, perSample: 2, round: Math.ceil }],
])("%s earns %s: %p", (id, points, told) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(fill(told), seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  }
});

test("the share that was kept is told", () => {
  const { finding } = judge(fill({ share: 0.12 }));
  expect(finding.kind === "explained" && finding.reading.solved?.reserve).toBeCloseTo(0.12, 3);
});

test("a third of the memory kept, or samples where none fits, earn nothing", () => {
  expect(judge(fill({ share: 1 / 3 })).points).toBe("0");
  expect(judge((model, gpu) => largestBatch(model, gpu) || 2).points).toBe("0");
});

describe("the student's own estimate", () => {
  const fitted: MaxBatchSize = (model, gpu) => Math.max(0, Math.floor(gpu.memory / (9 * model.params + 1e8)));
  const judgeWith = (adamMemory: AdamMemory) => judgePartOf([question], { maxBatchSize: fitted, adamMemory });

  test("is carried forward when it is a line over the batch size", () => {
    const verdict = judgeWith(({ params }, batchSize) => ({ total: batchSize * (9 * params + 1e8) }));
    expect(nameFinding(verdict)).toBe("reading:by-own-estimate");
    expect(verdict.points).toBe("1");
  });

  test.each([
    ["constant", () => ({ total: 5 })],
    ["zero", () => ({ total: 0 })],
    ["the same for every batch", ({ params }: ModelMemory) => ({ total: params })],
    ["falling", ({ params }: ModelMemory, b: number) => ({ total: 1e12 + params - b * 1e8 })],
    ["bent", ({ params }: ModelMemory, b: number) => ({ total: b * b * (9 * params + 1e8) })],
    ["without a total", ({ params }: ModelMemory, b: number) => ({ activations: b * params })],
  ])("carries nothing when it is %s", (_, adamMemory) => {
    expect(judgeWith(adamMemory).points).toBe("0");
  });
});

test.each([4, 5])("a power of two below what fits beside %d copies earns three quarters", (copies) => {
  const powerOfTwo = (samples: number) => (samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples)));
  const verdict = judge((model, gpu) => powerOfTwo(largestBatch(model, gpu, copies)));
  expect([nameFinding(verdict), verdict.points]).toEqual(["reading:power-of-two", "0.75"]);
});

test.each([["many"], [null], [Number.NaN], [Number.POSITIVE_INFINITY], [{ batchSize: 3 }]])(
  "%p is malformed",
  (value) => {
    expect(nameFinding(judge(() => value))).toBe("malformed");
  },
);

test("accepted answers pass the public checks; negative ones do not", () => {
  expect(listFailedChecks(question, { maxBatchSize: largestBatch })).toEqual([]);
  expect(listFailedChecks(question, { maxBatchSize: fill({ least: negative }) })).toHaveLength(2);
});
