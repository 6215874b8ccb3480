/** The values that your functions are given and that they return. Nothing here needs to change. */

/** Numbers in a box: `data` holds them row by row, the last dimension running fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A convolution with a square kernel, for one image. Heights, widths and the kernel are in pixels. */
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

/** Multiply-accumulates, and floating-point operations. */
export interface OpCount {
  macs: number;
  flops: number;
}

/** A PReLU with one weight, then a linear layer without bias, in fp32. */
export interface PReLULinear {
  readonly inFeatures: number;
  readonly outFeatures: number;
}

export interface Gpu {
  readonly name: string;
  /** FLOP per second. */
  readonly peakFlops: number;
  /** Bytes per second. */
  readonly bandwidth: number;
  /** Bytes. */
  readonly memory: number;
}

/** A member of the ConvNeXt V2 family: blocks per stage, channels per stage. */
export interface ConvNeXtV2 {
  readonly depths: readonly number[];
  readonly dims: readonly number[];
  readonly inChannels: number;
  readonly numClasses: number;
}

/** One line of a recording, in the order of time. */
export interface MemoryEvent {
  /** Above zero: allocated; below zero: freed. */
  readonly bytes: number;
  readonly category: "parameter" | "input" | "activation" | "gradient" | "optimizer" | "temporary";
  /** What allocated it; any text. */
  readonly op: string;
}

/** A model in fp32 that is trained: its activations stay until the backward pass. */
export interface ModelMemory {
  readonly params: number;
  readonly activationBytesPerSample: number;
  readonly inputBytesPerSample: number;
}

/** Bytes. */
export interface AdamMemory {
  weights: number;
  gradients: number;
  moments: number;
  activations: number;
  total: number;
}
