/** The student's own estimate of memory as a straight line over the batch size, and the largest batch by it. */
import { type Count, isClose, readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { Call } from "../../contract/value";
import type { FitInput } from "./inputs";

const batchSizes = [1, 2, 4] as const;

/** Calls to the student's own `adamMemory` for the model at hand. */
export function consultEstimates({ model }: FitInput): Readonly<Record<string, Call>> {
  return Object.fromEntries(
    batchSizes.map((batchSize) => [`batch ${batchSize}`, { export: "adamMemory", args: [model, batchSize] }]),
  );
}

function readTotal(earlier: Earlier, batchSize: number): number {
  const read = readCountField(earlier.answer(`batch ${batchSize}`), "total");
  return read.ok ? Number(read.answer) : Number.NaN;
}

/**
 * floor((memory - fixed) / per sample) with both taken from the student's own totals at batch sizes 1, 2 and 4.
 *
 * @returns undefined unless those lie on a rising straight line that starts at 0 or above: nothing else can be built on
 */
export function fitByOwnEstimate({ gpu }: FitInput, earlier: Earlier): Count | undefined {
  const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = batchSizes.map((size) =>
    readTotal(earlier, size),
  );
  const perSample = two - one;
  const fixed = one - perSample;
  const isLine = isClose(one + 3 * perSample, four, 1e-12);
  if (!isLine || !(perSample > 0) || !(fixed >= 0)) return undefined;
  return Math.max(0, Math.floor((gpu.memory - fixed) / perSample));
}
