/** The student's own estimate of memory as a straight line over the batch size. */
import { isClose, readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import { remember } from "../../contract/remember";
import type { Call } from "../../contract/value";
import type { FitInput } from "./inputs";

/** In bytes: what does not grow with the batch, what a sample adds, and the least memory that any batch takes. */
export interface Needs {
  readonly fixed: number;
  readonly perSample: number;
  readonly least?: number;
}

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
 * From the student's own totals at batch sizes 1, 2 and 4.
 *
 * @param unitBytes of the unit in which the totals are meant
 * @returns undefined unless those lie on a rising straight line that starts at 0 or above: nothing else can be built on
 */
export function findOwnNeeds(earlier: Earlier, unitBytes: number): Needs | undefined {
  const { line } = readLine(earlier);
  if (line === undefined || unitBytes === 1) return line;
  // Bytes are whole: what a division by the unit did to the last digits must not decide whether a sample fits.
  return {
    fixed: Math.round(line.fixed * unitBytes),
    perSample: Math.round(line.perSample * unitBytes),
  };
}

/** In the student's unit, read once for all ways to use it. */
const readLine = remember((earlier: Earlier): { readonly line?: Needs } => {
  const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = batchSizes.map((size) =>
    readTotal(earlier, size),
  );
  const perSample = two - one;
  const fixed = one - perSample;
  const isLine = isClose(one + 3 * perSample, four, 1e-12);
  return isLine && perSample > 0 && fixed >= 0 ? { line: { fixed, perSample } } : {};
});
