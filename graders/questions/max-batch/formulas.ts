/** Formulas for the largest batch, right and wrong: each says how many samples fit, from the same three sizes. */
import {
  countFittingSamples,
  countSampleBytes,
  countWeightBytes,
  type InputBooking,
} from "../../../reference/training-memory";
import type { Count } from "../../contract/answers";
import type { FitInput } from "./inputs";

/** In bytes: the GPU's memory, the model's weights, and what one more sample takes. */
export interface Sizes {
  readonly memory: bigint;
  readonly weights: bigint;
  readonly perSample: bigint;
}

export type Formula = (sizes: Sizes) => Count;

/** The image may count with the activations or not, in every formula. */
export const bookings: readonly InputBooking[] = ["apart", "with-activations"];

export function listSizes({ model, gpu }: FitInput, booking: InputBooking): Sizes {
  return {
    memory: BigInt(gpu.memory),
    weights: countWeightBytes(model),
    perSample: countSampleBytes(model, booking),
  };
}

/** So many copies of the weights, the rest for samples; 0 where the copies alone do not fit. */
export const fill =
  (copies: bigint): Formula =>
  ({ memory, weights, perSample }) =>
    countFittingSamples(memory, copies * weights, perSample);

/** The same without the 0: a negative number of samples, rounded down or cut off. */
const fillOrOwe = (copies: bigint): readonly Formula[] => [
  ({ memory, weights, perSample }) => Math.floor(divide(memory - copies * weights, perSample)),
  ({ memory, weights, perSample }) => Math.trunc(divide(memory - copies * weights, perSample)),
];

const fillInAnyForm = (copies: bigint): readonly Formula[] => [fill(copies), ...fillOrOwe(copies)];

/** The same on other sizes: half of each number's bytes, say. */
const resize = (formulas: readonly Formula[], change: (sizes: Sizes) => Sizes): readonly Formula[] =>
  formulas.map((formula) => (sizes: Sizes) => formula(change(sizes)));

const divide = (a: bigint, b: bigint): number => Number(a) / Number(b);

const remaining = ({ memory, weights, perSample }: Sizes): number => divide(memory - 4n * weights, perSample);

/** 0 where nothing fits, and without that. */
const guarded = (formula: (sizes: Sizes) => number): readonly Formula[] => [
  formula,
  (sizes) => Math.max(0, formula(sizes)),
];

/** Both the backward pass (3 W and the activations) and the step (so many copies of W) must fit. */
const fillOverTime =
  (stepCopies: bigint): Formula =>
  (sizes) =>
    sizes.memory < stepCopies * sizes.weights ? 0n : fill(3n)(sizes);

/** The largest power of two that is no larger; 0 where nothing fits. */
export const findPowerOfTwo = (samples: number): number =>
  samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples));

export interface NamedFormulas {
  readonly id: string;
  readonly credit: string;
  readonly formulas: readonly Formula[];
}

const name = (id: string, credit: string, ...formulas: readonly Formula[]): NamedFormulas => ({
  id,
  credit,
  formulas,
});

/** As good as the simple estimate. */
export const acceptedFormulas: readonly NamedFormulas[] = [
  name("step-temporaries", "1", fill(5n)),
  name("peak-over-time", "1", fillOverTime(4n), fillOverTime(5n)),
  name(
    "power-of-two",
    "0.75",
    ...[fill(4n), fill(5n), fillOverTime(4n), fillOverTime(5n)].map(
      (formula): Formula =>
        (sizes) =>
          findPowerOfTwo(Number(formula(sizes))),
    ),
  ),
];

export const wrongFormulas: readonly NamedFormulas[] = [
  name("negative", "0.75", ...fillOrOwe(4n)),
  name("at-least-one", "0.75", (sizes) => Math.max(1, Number(fill(4n)(sizes)))),
  name("not-rounded", "0.75", ...guarded(remaining)),
  name("strictly-below", "0.75", ...guarded((sizes) => Math.ceil(remaining(sizes)) - 1)),
  name(
    "activations-doubled",
    "0.75",
    ...resize(fillInAnyForm(4n), (sizes) => ({ ...sizes, perSample: 2n * sizes.perSample })),
  ),
  name("rounded-up", "0.5", ...guarded((sizes) => Math.ceil(remaining(sizes)))),
  name("rounded-to-nearest", "0.5", ...guarded((sizes) => Math.round(remaining(sizes)))),
  name(
    "one-too-many",
    "0.5",
    ...guarded((sizes) => Math.floor(remaining(sizes)) + 1),
    (sizes) => Number(fill(4n)(sizes)) + 1,
  ),
  name("gradients-forgotten", "0.5", ...fillInAnyForm(3n)),
  name("moments-forgotten", "0.25", ...fillInAnyForm(2n)),
  // Memory over the peak at batch size 1.
  name("weights-per-sample", "0.25", ({ memory, weights, perSample }) => memory / (4n * weights + perSample)),
  name(
    "half-precision",
    "0.25",
    ...resize(fillInAnyForm(2n), (sizes) => ({ ...sizes, perSample: sizes.perSample / 2n })),
  ),
  name(
    "double-precision",
    "0.25",
    ...resize(fillInAnyForm(8n), (sizes) => ({ ...sizes, perSample: 2n * sizes.perSample })),
    ...fillInAnyForm(8n),
  ),
  name("gradients-and-moments-forgotten", "0", ...fillInAnyForm(1n)),
  name("weights-ignored", "0", ({ memory, perSample }) => memory / perSample),
  name("activations-ignored", "0", ({ memory, weights }) => memory / (4n * weights)),
];
