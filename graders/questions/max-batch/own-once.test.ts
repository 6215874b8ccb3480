/** Whoever asks the own adamMemory for one batch only, and counts on with the bytes of a sample, builds on it all the same. */
import type { Gpu, ModelMemory } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { judgeImplementation } from "../../testing/judge-implementation";

interface Estimate {
  readonly activations: number;
  readonly total: number;
}

type Estimating = (model: ModelMemory, batchSize: number) => Estimate;

const estimates: readonly (readonly [string, points: string, Estimating])[] = [
  ["right", "1", estimate(1, ({ w, a }) => 4 * w + a)],
  ["over time", "1", estimate(1, ({ w, a }) => 3 * w + Math.max(a, w))],
  ["with overheads", "1", estimate(1, ({ w, a }) => 1.2 * (4 * w + a))],
  ["without gradients", "0.5", estimate(1, ({ w, a }) => 3 * w + a, 0)],
  ["with activations twice", "0.75", estimate(2, ({ w, a }) => 4 * w + a)],
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

const pairs = estimates.flatMap(([estimate, points, own]) =>
  ways.map(([way, find]) => ({ estimate, way, points, own, find })),
);

test.each(pairs)("an estimate $estimate is built on by $way", ({ own, find, points }) => {
  for (const seed of ["one", "two", "three"])
    expect(judge(own, find, seed).map((one) => one.status === "graded" && one.points)).toEqual([points, "1"]);
});
