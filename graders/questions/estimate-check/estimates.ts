/** Estimates as they travel with a recording: five numbers of bytes. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { RecordingSummary } from "../../../reference/recordings/recordings";
import { estimateAdamMemory } from "../../../reference/training-memory";
import type { Random } from "../../contract/question";

export interface TravellingEstimate {
  readonly weights: number;
  readonly gradients: number;
  readonly moments: number;
  readonly activations: number;
  readonly total: number;
}

/** The total that a student would estimate for the run that was recorded. */
export function estimateRun({ variant, batchSize, imageSide }: RecordingSummary): number {
  const arch = convNeXtV2Variants[variant];
  const model = {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch, imageSide)),
    inputBytesPerSample: Number(countImageBytes(arch, imageSide)),
  };
  return Number(estimateAdamMemory(model, batchSize).total);
}

/** What weights, gradients, moments and activations have of a total, in whole numbers of any size. */
export type Shares = readonly [weights: number, gradients: number, moments: number, activations: number];

/** Of estimates that stand in this repository. */
export const fixedShares: Shares = [5, 3, 4, 8];

/** No part is more likely to be large than another: many estimates together say no more than one. */
export function drawShares(random: Random): Shares {
  const draw = (): number => random.integer(10, 99);
  return [draw(), draw(), draw(), draw()];
}

/**
 * A total with four parts that add up to it. How large they are to each other is what another question asks, so an
 * estimate that a program is handed says nothing of it: its parts are of any size.
 */
export function splitTotal(total: number, shares: Shares): TravellingEstimate {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const take = (share: number): number => 4 * Math.floor((total * share) / whole / 4);
  const [weights, gradients, moments] = [take(shares[0]), take(shares[1]), take(shares[2])];
  return { weights, gradients, moments, activations: total - weights - gradients - moments, total };
}
