/** Whoever asks the own adamMemory for one batch only, and goes on with the bytes of a sample, builds on it but for a slip. */
import type { Gpu, ModelMemory } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { judgeImplementation } from "../../testing/judge-implementation";

interface Estimate {
  readonly activations: number;
  readonly total: number;
}

type Estimating = (model: ModelMemory, batchSize: number) => Estimate;

/** What it earns, and what the batches earn that are built on it in each of the ways below. */
type Estimated = readonly [name: string, points: string, built: readonly string[], Estimating];

const estimates: readonly Estimated[] = [
  ["right", "1", ["1", "1", "1"], estimate(1, ({ w, a }) => 4 * w + a)],
  // Beside a fifth of the states, kept free.
  ["with overheads", "1", ["1", "0.75", "0.75"], estimate(1, ({ w, a }) => 1.2 * (4 * w + a))],
  ["without gradients", "0.5", ["1", "1", "1"], estimate(1, ({ w, a }) => 3 * w + a, 0)],
  // Half of what they count: the batch is right.
  ["with activations twice", "0.75", ["1", "0.75", "1"], estimate(2, ({ w, a }) => 4 * w + a)],
];

/** `share` of the gradients is there. */
function estimate(times: number, sum: (sizes: { w: number; a: number }) => number, share = 1): Estimating {
  return ({ params, activationBytesPerSample }, batchSize) => {
    const w = 4 * params;
    const a = times * batchSize * activationBytesPerSample;
    return { weights: w, gradients: share * w, moments: 2 * w, activations: a, total: sum({ w, a }) };
  };
}

type FindBatch = (own: (batchSize: number) => Estimate, perSample: number, memory: number) => number;

const ways: readonly (readonly [string, FindBatch])[] = [
  ["the total of no sample", (own, perSample, memory) => (memory - own(0).total) / perSample],
  ["the total of one sample", (own, perSample, memory) => 1 + (memory - own(1).total) / perSample],
  ["its total less its activations", (own, _, memory) => divideBesides(own(1), memory)],
];

const divideBesides = ({ total, activations }: Estimate, memory: number): number =>
  (memory - (total - activations)) / activations;

function judge(adamMemory: Estimating, find: FindBatch, seed: string) {
  const maxBatchSize = (model: ModelMemory, { memory }: Gpu): number => {
    const own = (batchSize: number): Estimate => adamMemory(model, batchSize);
    return Math.max(0, Math.floor(find(own, model.activationBytesPerSample, memory)));
  };
  return judgeImplementation(findQuestions("adam-peak", "max-batch"), { adamMemory, maxBatchSize }, { seed });
}

const pairs = estimates.flatMap(([estimate, points, built, own]) =>
  ways.map(([way, find], at) => ({ estimate, way, points, built: built[at], own, find })),
);

test.each(pairs)("on an estimate $estimate, built by $way: $built", ({ own, find, points, built }) => {
  for (const seed of ["one", "two", "three"])
    expect(judge(own, find, seed).map((one) => one.status === "graded" && one.points)).toEqual([
      points,
      built,
    ]);
});
