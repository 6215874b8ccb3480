/** The tensor that crosses the border, and readers for the shapes that the cost formulas name. */

import { readDimension } from "./dimension";

/** A dense fp32 tensor, row-major: `data.length` is the product of `shape`. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Sizes of a matrix (b, n): `rows` samples of `columns` features. */
export interface MatrixShape {
  readonly rows: bigint;
  readonly columns: bigint;
}

/** Sizes of an image batch (b, c, h, w). */
export interface ImageBatchShape {
  readonly batch: bigint;
  readonly channels: bigint;
  readonly height: bigint;
  readonly width: bigint;
}

/**
 * Number of elements of a shape, exact beyond 2^53. A scalar (no axes) has one element; an empty axis makes it 0.
 *
 * @throws RangeError when an axis is no non-negative integer
 */
export function countElements(shape: readonly number[]): bigint {
  return shape.reduce((product, size, axis) => product * readDimension(`axis ${axis}`, size, 0), 1n);
}

/**
 * Names the axes of (b, n).
 *
 * @throws RangeError when there are not two axes, or one is no positive integer
 */
export function readMatrixShape(shape: readonly number[]): MatrixShape {
  const readAxis = nameAxes("(b, n)", 2, shape);
  return { rows: readAxis(0), columns: readAxis(1) };
}

/**
 * Names the axes of (b, c, h, w).
 *
 * @throws RangeError when there are not four axes, or one is no positive integer
 */
export function readImageBatchShape(shape: readonly number[]): ImageBatchShape {
  const readAxis = nameAxes("(b, c, h, w)", 4, shape);
  return { batch: readAxis(0), channels: readAxis(1), height: readAxis(2), width: readAxis(3) };
}

/**
 * Checks that a tensor holds as many values as its shape promises.
 *
 * @throws RangeError when it does not
 */
export function assertFilled(x: Tensor): void {
  const expected = countElements(x.shape);
  if (expected !== BigInt(x.data.length)) {
    throw new RangeError(
      `a tensor of shape (${x.shape.join(", ")}) holds ${expected} values, got ${x.data.length}: ` +
        "give data and shape of the same size.",
    );
  }
}

function nameAxes(names: string, count: number, shape: readonly number[]): (axis: number) => bigint {
  if (shape.length !== count) {
    throw new RangeError(`expected a shape ${names} with ${count} axes, got (${shape.join(", ")}).`);
  }
  return (axis) => readDimension(`axis ${axis} of ${names}`, shape[axis] ?? Number.NaN);
}
