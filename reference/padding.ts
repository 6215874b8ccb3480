/** Task 2a: which zero padding makes a convolution give the stated output size. */

import { readDimension } from "./dimension";

/**
 * A convolution layer with a square kernel. `hIn` x `wIn` pixels of `cIn` channels become `hOut` x `wOut` pixels of
 * `cOut` channels; whether that output size can be reached is a question for {@link findSymmetricPadding}.
 */
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

/** One spatial axis of a convolution, in pixels; `kernel` counts taps, which lie `dilation` pixels apart. */
export interface ConvAxis {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

/** Padding of one axis in pixels, both sides together: every integer from `least` to `most`. */
export interface PaddingInterval {
  readonly least: number;
  readonly most: number;
}

/** The vertical axis of a layer. */
export function heightAxis(layer: ConvLayer, dilation = 1): ConvAxis {
  return { input: layer.hIn, output: layer.hOut, kernel: layer.kernel, stride: layer.stride, dilation };
}

/** The horizontal axis of a layer. */
export function widthAxis(layer: ConvLayer, dilation = 1): ConvAxis {
  return { input: layer.wIn, output: layer.wOut, kernel: layer.kernel, stride: layer.stride, dilation };
}

/**
 * Output positions along an axis: floor((input + padding - dilation (kernel - 1) - 1) / stride) + 1, and 0 where the
 * kernel does not fit. Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning" (2016).
 *
 * @param axis its `output` is not looked at
 * @param totalPadding pixels added on both sides together
 */
export function countOutputPositions(axis: ConvAxis, totalPadding: number): number {
  const slack = axis.input + totalPadding - axis.dilation * (axis.kernel - 1) - 1;
  return slack < 0 ? 0 : Math.floor(slack / axis.stride) + 1;
}

/**
 * The total padding at which the kernel's last position ends exactly at the padded border:
 * stride (output - 1) + dilation (kernel - 1) + 1 - input. Half of it is what solving the formula without its floor
 * gives per side. Negative where the input is larger than needed.
 *
 * @throws RangeError when a size is no positive integer
 */
export function solveTotalPadding(axis: ConvAxis): number {
  assertAxis(axis);
  return axis.stride * (axis.output - 1) + axis.dilation * (axis.kernel - 1) + 1 - axis.input;
}

/**
 * All total paddings that give the stated output: the floor of the output formula leaves stride - 1 pixels of play.
 * Null where none is possible, because the output is too small for this stride even without padding.
 *
 * @throws RangeError when a size is no positive integer
 */
export function findAdmissiblePadding(axis: ConvAxis): PaddingInterval | null {
  const exact = solveTotalPadding(axis);
  const most = exact + axis.stride - 1;
  return most < 0 ? null : { least: Math.max(0, exact), most };
}

/**
 * Task 2a: the smallest padding per side, the same on all four sides, that gives the stated output on both axes.
 * Null where there is none: no padding fits, only an uneven one does (4 taps, 16 -> 16 needs 1 + 2), or height and
 * width need different ones.
 *
 * @throws RangeError when a size is no positive integer
 */
export function findSymmetricPadding(layer: ConvLayer, dilation = 1): number | null {
  const height = findAdmissiblePadding(heightAxis(layer, dilation));
  const width = findAdmissiblePadding(widthAxis(layer, dilation));
  if (height === null || width === null) {
    return null;
  }
  const perSide = Math.ceil(Math.max(height.least, width.least) / 2);
  return 2 * perSide <= Math.min(height.most, width.most) ? perSide : null;
}

/**
 * Checks that all sizes of an axis are positive integers.
 *
 * @throws RangeError when one is not
 */
export function assertAxis(axis: ConvAxis): void {
  readDimension("input size", axis.input);
  readDimension("output size", axis.output);
  readDimension("kernel", axis.kernel);
  readDimension("stride", axis.stride);
  readDimension("dilation", axis.dilation);
}
