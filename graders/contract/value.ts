/** Values that cross the border to a student's process, and the types of the assignment that they are made of. */
import type { Tensor } from "../../reference/tensor";

export type { ConvNeXtV2 } from "../../reference/convnextv2/architecture";
export type { MemoryEvent } from "../../reference/convnextv2/events";
export type { ConvLayer } from "../../reference/convolution";
export type { Gpu } from "../../reference/gpus";
export type { PReLULinear } from "../../reference/roofline";
export type { Tensor } from "../../reference/tensor";
export type { ModelMemory } from "../../reference/training-memory";

/** Something a function may be called with: plain data and tensors. `-0`, NaN and infinities survive. */
export type Argument =
  | null
  | boolean
  | number
  | string
  | Float32Array
  | Tensor
  | readonly Argument[]
  | { readonly [key: string]: Argument };

/** One request: call this export with these arguments. Equal calls are asked only once. */
export interface Call {
  readonly export: string;
  readonly args: readonly unknown[];
  /** The part of its own question that a later question builds on; left out: all of them. */
  readonly part?: string;
}

/** A returned thing that carries no data we read (a function, a symbol, a Date …); only its type is known. */
export class Opaque {
  constructor(readonly typeName: string) {}
}

/** What came back, decoded. Objects have no prototype; typed arrays arrive as plain arrays of numbers. */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Opaque
  | readonly Value[]
  | { readonly [key: string]: Value };
