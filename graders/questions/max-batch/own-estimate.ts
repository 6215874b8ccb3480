/** The student's own estimate of memory as a straight line over the batch size. */
import { isClose, readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import { remember } from "../../contract/remember";
import type { Call, ModelMemory } from "../../contract/value";
import type { FitInput } from "./inputs";

/** In bytes: what does not grow with the batch, what a sample adds, and the least memory that any batch takes. */
export interface Needs {
  readonly fixed: number;
  readonly perSample: number;
  readonly least?: number;
}

/** Whoever adds something for small batches alone is not on a line with the large ones. */
const batchSizes = [1, 2, 4, 100, 2000] as const;
const small: ModelMemory = {
  params: 250_000,
  activationBytesPerSample: 3_000_000,
  inputBytesPerSample: 600_000,
};
/** An estimate that is the same for both ignores the model: nothing is built on it. */
const probes: readonly ModelMemory[] = [
  small,
  {
    params: 2 * small.params,
    activationBytesPerSample: 3 * small.activationBytesPerSample,
    inputBytesPerSample: small.inputBytesPerSample,
  },
];

/** Calls to the student's own `adamMemory` for the model at hand. */
export function consultEstimates({ model }: FitInput): Readonly<Record<string, Call>> {
  const calls = [
    ...batchSizes.map((batchSize) => [`batch ${batchSize}`, [model, batchSize]] as const),
    ...probes.map((probe, at) => [`probe ${at}`, [probe, 2]] as const),
  ];
  return Object.fromEntries(calls.map(([name, args]) => [name, { export: "adamMemory", args }]));
}

function readTotal(earlier: Earlier, name: string): number {
  const read = readCountField(earlier.answer(name), "total");
  return read.ok ? Number(read.answer) : Number.NaN;
}

/**
 * From the student's own totals at some batch sizes.
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
  const totals = batchSizes.map((size) => readTotal(earlier, `batch ${size}`));
  const [one = Number.NaN, two = Number.NaN] = totals;
  const perSample = two - one;
  // In a larger unit, what starts at nothing may come out a little below it.
  const fixed = Math.abs(one - perSample) <= 1e-12 * one ? 0 : one - perSample;
  const isLine = batchSizes.every((size, at) =>
    isClose(fixed + size * perSample, totals[at] ?? Number.NaN, 1e-9),
  );
  const [first = Number.NaN, second = Number.NaN] = probes.map((_, at) => readTotal(earlier, `probe ${at}`));
  if (first === second || Number.isNaN(first + second)) return {};
  return isLine && perSample > 0 && fixed >= 0 ? { line: { fixed, perSample } } : {};
});
