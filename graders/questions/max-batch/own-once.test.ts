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

interface Held {
  readonly w: number;
  readonly a: number;
  readonly image: number;
}

const { max } = Math;

const estimates: readonly Estimated[] = [
  ["right", "1", ["1", "1", "1", "1"], estimate({}, ({ w, a }) => 4 * w + a)],
  // Beside a fifth of the states, kept free.
  ["with overheads", "1", ["1", "1", "0.75", "0.75"], estimate({}, ({ w, a }) => 1.2 * (4 * w + a))],
  ["without gradients", "0.5", ["1", "1", "1", "1"], estimate({ gradients: 0 }, ({ w, a }) => 3 * w + a)],
  // Half of what they count: the batch is right.
  [
    "with activations twice",
    "0.75",
    ["1", "1", "0.75", "1"],
    estimate({ times: 2 }, ({ w, a }) => 4 * w + a),
  ],
  ["with images", "1", ["1", "1", "1", "1"], estimate({ images: 1 }, ({ w, a }) => 4 * w + a)],
  ["with images aside", "1", ["1", "1", "1", "1"], estimate({}, ({ w, a, image }) => 4 * w + a + image)],
  [
    "with images and overheads",
    "1",
    ["1", "1", "1", "1"],
    estimate({ images: 1 }, ({ w, a }) => 4 * w + a + 5e8),
  ],
  [
    "with images, without gradients",
    "0.5",
    ["1", "1", "1", "1"],
    estimate({ images: 1, gradients: 0 }, ({ w, a }) => 3 * w + a),
  ],
  // One sample is kept free at first, and then it is not.
  ["whatever the batch", "0.5", ["1", "1", "1", "1"], estimate({ batch: 1 }, ({ w, a }) => 4 * w + a)],
  // One sample takes what the step takes: to go on from there leaves out what is free beside it.
  ["of a peak over time", "1", ["1", "1", "0.75", "0.75"], estimate({}, ({ w, a }) => max(3 * w + a, 5 * w))],
];

interface Kept {
  readonly gradients?: number;
  readonly times?: number;
  readonly images?: number;
  readonly batch?: number;
}

function estimate(kept: Kept, sum: (sizes: Held) => number): Estimating {
  const { gradients = 1, times = 1, images = 0 } = kept;
  return ({ params, activationBytesPerSample, inputBytesPerSample }, asked) => {
    const [w, batchSize] = [4 * params, kept.batch ?? asked];
    const image = batchSize * inputBytesPerSample;
    const a = times * batchSize * activationBytesPerSample + images * image;
    const total = sum({ w, a, image });
    return { weights: w, gradients: gradients * w, moments: 2 * w, activations: a, total };
  };
}

interface Sample {
  readonly activations: number;
  readonly image: number;
}

type FindBatch = (own: (batchSize: number) => Estimate, sample: Sample, memory: number) => number;

const ways: readonly (readonly [string, FindBatch])[] = [
  ["the total of no sample", (own, { activations }, memory) => (memory - own(0).total) / activations],
  [
    "the total of no sample, with images",
    (own, { activations, image }, memory) => (memory - own(0).total) / (activations + image),
  ],
  ["the total of one sample", (own, { activations }, memory) => 1 + (memory - own(1).total) / activations],
  ["its total less its activations", (own, _, memory) => divideBesides(own(1), memory)],
];

const divideBesides = ({ total, activations }: Estimate, memory: number): number =>
  (memory - (total - activations)) / activations;

function judge(adamMemory: Estimating, find: FindBatch, seed: string) {
  const maxBatchSize = (model: ModelMemory, { memory }: Gpu): number => {
    const own = (batchSize: number): Estimate => adamMemory(model, batchSize);
    const sample = { activations: model.activationBytesPerSample, image: model.inputBytesPerSample };
    return Math.max(0, Math.floor(find(own, sample, memory)));
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
