/** Estimates as they travel with a recording: five numbers of bytes. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { RecordingSummary } from "../../../reference/recordings/recordings";
import { estimateAdamMemory } from "../../../reference/training-memory";

export interface TravellingEstimate {
  readonly weights: number;
  readonly gradients: number;
  readonly moments: number;
  readonly activations: number;
  readonly total: number;
}

/** What a student would estimate for the run that was recorded. */
export function estimateRun({ variant, batchSize, imageSide }: RecordingSummary): TravellingEstimate {
  const arch = convNeXtV2Variants[variant];
  const model = {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch, imageSide)),
    inputBytesPerSample: Number(countImageBytes(arch, imageSide)),
  };
  const { weights, gradients, moments, activations, total } = estimateAdamMemory(model, batchSize);
  return {
    weights: Number(weights),
    gradients: Number(gradients),
    moments: Number(moments),
    activations: Number(activations),
    total: Number(total),
  };
}

/** Four copies of some weights, and the rest of a total for the activations. */
export function splitTotal(total: number, weights: number): TravellingEstimate {
  return { weights, gradients: weights, moments: 2 * weights, activations: total - 4 * weights, total };
}
