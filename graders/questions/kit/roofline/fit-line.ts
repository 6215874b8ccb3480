/** A line through what was told of batches of 1, 2 and 3; where that was rounded, the lines that it leaves room for. */
import { isClose } from "../../../contract/answers";

/** value(B) = perSample * B + perBatch */
export interface Line {
  readonly perSample: number;
  readonly perBatch: number;
}

export function evaluate(line: Line, batchSize: number): number {
  return line.perSample * batchSize + line.perBatch;
}

type Told = readonly (number | undefined)[];

export function fitLine([one, two, three]: Told): Line | undefined {
  if (one === undefined || two === undefined || three === undefined) return undefined;
  const perSample = two - one;
  // Counts are exact; the slack is for kilobytes, which are not.
  const isStraight = Math.abs(three - two - perSample) <= 1e-9 * three;
  return isStraight ? { perSample, perBatch: one - perSample } : undefined;
}

const roundings = [2, 3, 4, 5, 6].map((decimals) => 10 ** -decimals);
/** A step of the last digit is no more of what a model moves, and of what a sample adds, than these shares. */
const mostOfAll = 0.4;
const mostOfSample = 1;

/**
 * Kilobytes and larger units, with some decimals: each may be off by a step, and so may what a sample adds. Where a step
 * is as large as that, nothing is told of it, though three numbers that are rounded alike lie on a line.
 */
export function fitRounded(told: Told, unit: number): readonly Line[] | undefined {
  const [one, two, three] = told;
  if (one === undefined || two === undefined || three === undefined) return undefined;
  const line = fitLine(told);
  const isWhole = (count: number): boolean => isClose(Math.round(count), count, 1e-9);
  const digit = roundings.find((one) => told.every((value) => isWhole((value ?? Number.NaN) / unit / one)));
  if (digit === undefined) return line && [line];
  const step = digit * unit;
  const perSample = (three - one) / 2;
  const isNear = step <= mostOfAll * one && step <= mostOfSample * perSample;
  if (!isNear || Math.abs(three - 2 * two + one) > 2 * step) return undefined;
  if (line !== undefined) return [line];
  return [-step, step].map((off): Line => ({ perSample: perSample + off, perBatch: one - perSample }));
}
