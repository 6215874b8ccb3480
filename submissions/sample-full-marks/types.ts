/** The values the assignment passes in, as far as this submission needs them. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface ConvLayer {
  readonly hIn: number;
  readonly wIn: number;
  readonly cIn: number;
  readonly hOut: number;
  readonly wOut: number;
  readonly cOut: number;
  readonly kernel: number;
  readonly stride: number;
}

export interface OpCount {
  macs: number | bigint;
  flops: number | bigint;
}

export interface PReLULinear {
  readonly inFeatures: number;
  readonly outFeatures: number;
}

export interface Gpu {
  readonly name: string;
  readonly peakFlops: number;
  readonly bandwidth: number;
  readonly memory: number;
}

export interface ConvNeXtV2 {
  readonly depths: readonly number[];
  readonly dims: readonly number[];
  readonly inChannels: number;
  readonly numClasses: number;
}

export interface MemoryEvent {
  readonly bytes: number;
  readonly category: "parameter" | "input" | "activation" | "gradient" | "optimizer" | "temporary";
  readonly op: string;
}

export interface ModelMemory {
  readonly params: number;
  readonly activationBytesPerSample: number;
  readonly inputBytesPerSample: number;
}

export interface AdamMemory {
  weights: number;
  gradients: number;
  moments: number;
  activations: number;
  total: number;
}
