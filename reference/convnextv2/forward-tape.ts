/** What a forward pass of ConvNeXt V2 keeps for the backward pass, as the backward pass finds it. */

import type { SizedStage } from "./architecture";
import type { TracedTensor } from "./memory-trace";

/** Kept by a layer norm: its input, means and reciprocal deviations. */
export interface NormTape {
  readonly name: string;
  readonly input: TracedTensor;
  readonly statistics: readonly TracedTensor[];
}

/** Kept by GRN: x, x times its normalised norm, and the statistics on the way there. */
export interface GrnTape {
  readonly name: string;
  readonly input: TracedTensor;
  readonly scaled: TracedTensor;
  readonly normOverPositions: TracedTensor;
  readonly denominator: TracedTensor;
  readonly normalisedNorm: TracedTensor;
}

/** Kept by the multilayer perceptron of a block. */
export interface MlpTape {
  readonly fc1Input: TracedTensor;
  readonly actInput: TracedTensor;
  readonly grn: GrnTape;
  readonly fc2Input: TracedTensor;
}

/** Kept by a block. */
export interface BlockTape {
  readonly name: string;
  readonly input: TracedTensor;
  readonly norm: NormTape;
  readonly mlp: MlpTape;
}

/** Kept by the norm and the convolution in front of a stage. */
export interface DownsampleTape {
  readonly name: string;
  readonly norm: NormTape;
  readonly convInput: TracedTensor;
}

/** Kept by a stage. */
export interface StageTape {
  readonly stage: SizedStage;
  readonly downsample: DownsampleTape | null;
  readonly blocks: readonly BlockTape[];
}

/** Kept by the network, in the order of the forward pass, and the logits. */
export interface ForwardTape {
  readonly first: SizedStage;
  readonly last: SizedStage;
  readonly stemNorm: NormTape;
  readonly stages: readonly StageTape[];
  readonly headNorm: NormTape;
  readonly fcInput: TracedTensor;
  readonly logits: TracedTensor;
}
