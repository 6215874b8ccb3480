/** An estimate as students return it, and the sizes that every formula for it is made of. */
import { countSampleBytes, countWeightBytes, type InputBooking } from "../../../reference/training-memory";
import { type Count, getField, isSameCount, readCount, readCountField } from "../../contract/answers";
import type { Read, Trial } from "../../contract/question";
import type { Value } from "../../contract/value";
import type { AdamInput } from "./inputs";

const parts = ["weights", "gradients", "moments", "activations"] as const;

export type EstimatePart = (typeof parts)[number];

export interface Estimate extends Readonly<Record<EstimatePart, Count>> {
  readonly total: Count;
}

export type EstimateTrial = Trial<AdamInput, Estimate>;

/** Sizes in bytes: the weights, the batch's activations, and the batch. */
export interface Sizes {
  readonly weights: bigint;
  readonly perSample: bigint;
  readonly batchSize: bigint;
}

export const bookings: readonly InputBooking[] = ["apart", "with-activations"];

export function listSizes({ model, batchSize }: AdamInput, booking: InputBooking): Sizes {
  return {
    weights: countWeightBytes(model),
    perSample: countSampleBytes(model, booking),
    batchSize: BigInt(batchSize),
  };
}

export function addUp(weights: bigint, gradients: bigint, moments: bigint, activations: bigint): Estimate {
  return { weights, gradients, moments, activations, total: weights + gradients + moments + activations };
}

/** A part that is not there counts as nothing; the total must be there. */
export function readEstimate(value: Value): Read<Estimate> {
  const total = readCountField(value, "total");
  if (!total.ok) return total;
  const counts = { weights: 0n, gradients: 0n, moments: 0n, activations: 0n } as Record<EstimatePart, Count>;
  for (const part of parts) {
    const field = getField(value, part);
    if (field === undefined) continue;
    const read = readCount(field);
    if (!read.ok) return { ok: false, came: { code: "returned-in-field", came: read.came, name: part } };
    counts[part] = read.answer;
  }
  return { ok: true, answer: { ...counts, total: total.answer } };
}

export function hasSameParts(expected: Estimate, came: Estimate): boolean {
  return parts.every((part) => isSameCount(expected[part], came[part]));
}

export function isSameEstimate(expected: Estimate, came: Estimate): boolean {
  return hasSameParts(expected, came) && isSameCount(expected.total, came.total);
}

/** The five figures beside what came for them. */
export function pairFigures(expected: Estimate, came: Estimate) {
  return ([...parts, "total"] as const).map((part) => ({ exact: expected[part], came: came[part] }));
}
