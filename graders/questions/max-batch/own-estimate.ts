/** The student's own estimate of memory over the batch size: a straight line, or the larger of two. */
import { readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import { remember } from "../../contract/remember";
import type { Call, ModelMemory } from "../../contract/value";
import { fitEstimate, type Needs } from "./fit-estimate";
import type { FitInput } from "./inputs";

/**
 * Whoever adds something for small batches alone is not on a line with the large ones. Two are so large that no step of
 * an optimizer takes more than their activations.
 */
const batchSizes = [1, 2, 4, 100, 2000, 20_000, 400_000] as const;
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

const readTotal = (earlier: Earlier, name: string): number => readField(earlier, name, "total");

function readField(earlier: Earlier, name: string, field: string): number {
  const read = readCountField(earlier.answer(name), field);
  return read.ok ? Number(read.answer) : Number.NaN;
}

/** Of a single sample, in the student's unit. */
export const readOneSample = (earlier: Earlier, field: "total" | "activations"): number =>
  readField(earlier, `batch ${batchSizes[0]}`, field);

/**
 * From the student's own totals at some batch sizes.
 *
 * @param unitBytes of the unit in which the totals are meant
 * @returns undefined unless those lie on a rising straight line that starts at 0 or above, for small batches perhaps on
 *   another one: nothing else can be built on
 */
export function findOwnNeeds(earlier: Earlier, unitBytes: number): Needs | undefined {
  const { needs } = readNeeds(earlier);
  // Bytes are whole: what a division by the unit did to the last digits must not decide whether a sample fits.
  return needs === undefined || unitBytes === 1 ? needs : toBytes(needs, unitBytes, Math.round);
}

/** Whoever forgets the batch has a fixed part all the same: what a single batch takes. */
export function findFlatNeeds(earlier: Earlier): Needs | undefined {
  const total = readOneSample(earlier, "total");
  const isFlat = earlier.reading("adam-peak")?.has("batch-ignored") === true && total > 0;
  return isFlat ? { fixed: total, perSample: 0, slack: none } : undefined;
}

/** The same where the totals are taken for another unit than the one that they were told in: no whole bytes. */
export function findMistakenNeeds(earlier: Earlier, unitBytes: number): Needs | undefined {
  const { needs } = readNeeds(earlier);
  return needs && toBytes(needs, unitBytes, (bytes) => bytes);
}

function toBytes(
  { fixed, perSample, least, early, slack }: Needs,
  unitBytes: number,
  settle: (bytes: number) => number,
): Needs {
  const convert = (amount: number): number => settle(amount * unitBytes);
  return {
    fixed: convert(fixed),
    perSample: convert(perSample),
    ...(least === undefined ? {} : { least: convert(least) }),
    ...(early === undefined ? {} : { early: toBytes(early, unitBytes, settle) }),
    ...(slack === undefined
      ? {}
      : { slack: { fixed: slack.fixed * unitBytes, perSample: slack.perSample * unitBytes } }),
  };
}

/** Some totals are exact however they are rounded. */
const none = { fixed: 0, perSample: 0 };

/** In the student's unit, read once for all ways to use it. */
const readNeeds = remember((earlier: Earlier): { readonly needs?: Needs } => {
  const points = batchSizes.map((size) => ({ size, total: readTotal(earlier, `batch ${size}`) }));
  const [first = Number.NaN, second = Number.NaN] = probes.map((_, at) => readTotal(earlier, `probe ${at}`));
  if (first === second || Number.isNaN(first + second)) return {};
  const needs = fitEstimate(points);
  return needs === undefined ? {} : { needs: { slack: none, ...needs } };
});
