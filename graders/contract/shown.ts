/**
 * What a student's page draws: the student's own answers on fixed inputs that everybody may know, those of the notebook,
 * of `data/` and of the data sheets of GPUs. No seed has a say here.
 */
import type { Call, PReLULinear, Value } from "./value";

/** The notebook's PReLU and linear layer. */
export const notebookModel: PReLULinear = { inFeatures: 64, outFeatures: 32 };

/** Batch sizes at which the notebook plots the arithmetic intensity. */
export const notebookBatchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

/** Numbers as they came, finite and otherwise unchecked; a name is absent where no such numbers came. */
export interface ShownNumbers {
  /** FLOP per byte of the notebook's model at {@link notebookBatchSizes}. */
  readonly intensity?: readonly number[];
  readonly fusedIntensity?: readonly number[];
  /** Points of the chart of its intensity, as the grader reads it: batch size and intensity in turn. */
  readonly chart?: readonly number[];
  /** Bytes that a batch of it moves, at the same batch sizes. */
  readonly movedBytes?: readonly number[];
  readonly fusedMovedBytes?: readonly number[];
  /** Bytes of training ConvNeXt V2 Large at batch 1: weights, gradients, moments, activations, total. */
  readonly trainingOfOne?: readonly number[];
  /** The same at batch 8. */
  readonly trainingOfEight?: readonly number[];
  /** Largest batch of ConvNeXt V2 Large on each known GPU, in the order of `reference/gpus.ts`. */
  readonly largestBatches?: readonly number[];
  /** Peak in bytes of the recorded iteration that students have in `data/`, of ConvNeXt V2 Large at batch 1. */
  readonly recordedPeak?: readonly number[];
}

/** Which answers of a function are drawn. */
export interface ShownAnswers {
  /** Public inputs: those of the notebook, or of what students are given. */
  readonly calls: readonly Call[];
  /** @returns undefined where the answers, in the order of `calls`, are no such numbers */
  read(answers: readonly Value[]): readonly number[] | undefined;
}

export type Shows = Readonly<Partial<Record<keyof ShownNumbers, ShownAnswers>>>;

/** What was read of some answers, by name; left out where they were no such numbers. */
export function collectNumbers(
  read: readonly (readonly [keyof ShownNumbers, readonly number[] | undefined])[],
): ShownNumbers {
  return Object.fromEntries(read.filter(([, numbers]) => numbers?.every(Number.isFinite)));
}
