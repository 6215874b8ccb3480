/**
 * Whoever asks the own estimate for a single batch and divides what is left by the bytes of one sample: what does not
 * grow with the batch is theirs, what a sample adds is the model's, or theirs as well.
 */
import { isClose } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { Needs } from "./fit-estimate";
import { findFlatNeeds, findOwnNeeds, readOneSample } from "./own-estimate";

/** @param perSample by the model. @returns undefined where the own estimate is none to build on */
export type FindOnce = (earlier: Earlier, unitBytes: number, perSample: number) => Needs | undefined;

/** `(memory - total of no sample) / perSample` */
export const takeAtZero: FindOnce = (earlier, unitBytes, perSample) => {
  const needs = findOwnNeeds(earlier, unitBytes) ?? findFlatNeeds(earlier);
  if (needs === undefined) return undefined;
  const { fixed, least = 0, early } = needs;
  return together(needs, { fixed: Math.max(fixed, least, early?.fixed ?? 0), perSample });
};

/** `1 + (memory - total of one sample) / perSample` */
export const takeAtOne: FindOnce = (earlier, unitBytes, perSample) => {
  const needs = findOwnNeeds(earlier, unitBytes);
  return needs && together(needs, { fixed: readTotal(earlier, unitBytes) - perSample, perSample });
};

/** `(memory - (total - activations)) / activations`, all of one sample. */
export const takeBesideActivations: FindOnce = (earlier, unitBytes) => {
  const needs = findOwnNeeds(earlier, unitBytes);
  const perSample = settle(readOneSample(earlier, "activations") * unitBytes, unitBytes);
  return needs && together(needs, { fixed: readTotal(earlier, unitBytes) - perSample, perSample });
};

const readTotal = (earlier: Earlier, unitBytes: number): number =>
  settle(readOneSample(earlier, "total") * unitBytes, unitBytes);

/** Bytes are whole, as where the line is taken. */
const settle = (bytes: number, unitBytes: number): number => (unitBytes === 1 ? bytes : Math.round(bytes));

function together({ slack }: Needs, { fixed, perSample }: Needs): Needs | undefined {
  if (!(fixed >= 0 && perSample > 0)) return undefined;
  return {
    fixed,
    perSample,
    ...(slack === undefined ? {} : { slack: { fixed: slack.fixed, perSample: 0 } }),
  };
}

/** How what a sample adds lies beside what it adds by the own estimate. */
export type Apart = "same" | "paid-for" | "otherwise";

/** However the totals are rounded; less than an image. */
const sameSample = 1e-4;
const sameImage = 1e-3;

/** An image more or less is nobody's mistake, and a batch that was forgotten in the estimate was paid for there. */
export function compareSamples(own: Needs | undefined, perSample: number, image: number): Apart {
  if (own === undefined) return "paid-for";
  if (isClose(own.perSample, perSample, sameSample)) return "same";
  const apart = Math.abs(own.perSample - perSample);
  const isImage = Math.abs(apart - image) <= sameImage * image + (own.slack?.perSample ?? 0);
  return isImage ? "paid-for" : "otherwise";
}
