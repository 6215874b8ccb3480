/** How far the analytic model is from what was recorded, quantity by quantity, and how far it may be. */

import { countSavedBytes } from "../convnextv2/activations";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "../convnextv2/architecture";
import { peakOf } from "../convnextv2/events";
import { countOutputActivations, countTimmMacs } from "../convnextv2/macs";
import { countParameters, listParameterTensors } from "../convnextv2/parameters";
import { estimateAdamMemory } from "../training-memory";
import { recordedFamily } from "./catalogue";
import { listModelledEvents, measureModelledPhases, measureRecordedPhases } from "./phase-peaks";
import { type Recording, type RecordingSummary, readVariant } from "./recordings";

/** One quantity, once from the model and once from the real thing. */
export interface Comparison {
  /** A variant or the id of a recording. */
  readonly subject: string;
  readonly quantity: string;
  readonly modelled: bigint;
  readonly recorded: bigint;
  /** The largest difference that counts as agreement; 0 where the model must be exact. */
  readonly limit: bigint;
}

/**
 * How far a peak may be from the model's, in bytes.
 *
 * - Stand-ins, forward pass: nothing.
 * - Stand-ins, training: Adam's step counters (4 bytes per parameter tensor) and three fp32 scalars of the step.
 * - The CPU's own convolutions: scratch for weights and maps in another layout, most where linear layers are 1x1
 *   convolutions (atto to nano). At most 0.5 % of a forward pass and 2.5 % of an iteration as recorded.
 */
function limitPeak({ variant, run, convolutions }: RecordingSummary, recorded: bigint): bigint {
  const isForward = run.kind === "forward";
  switch (convolutions) {
    case "stand-in":
      return isForward ? 0n : countStepCounterBytes(variant) + stepScalarBytes;
    case "real":
      return (recorded * (isForward ? 5n : 25n)) / 1000n;
  }
}

/** Three fp32 scalars that live for a moment in Adam's step. */
export const stepScalarBytes = 12n;

/** Adam counts the steps of each parameter tensor in an fp32 scalar, which the model leaves out. */
export function countStepCounterBytes(variant: ConvNeXtV2Variant): bigint {
  return 4n * BigInt(listParameterTensors(convNeXtV2Variants[variant]).length);
}

/** Modelled minus recorded, as a fraction of recorded. */
export function measureDifference({ modelled, recorded }: Pick<Comparison, "modelled" | "recorded">): number {
  return modelled === recorded ? 0 : Number(modelled - recorded) / Number(recorded);
}

export function isAgreement({ modelled, recorded, limit }: Comparison): boolean {
  return modelled - recorded <= limit && recorded - modelled <= limit;
}

/** The peak of the whole run. */
export function comparePeak(recording: Recording): Comparison {
  const modelled = peakOf(listModelledEvents(recording));
  return describePeak(recording, "peak", modelled, peakOf(recording.events));
}

/** The peaks of forward, backward and step of a training iteration. */
export function comparePhases(recording: Recording): Comparison[] {
  const modelled = measureModelledPhases(listModelledEvents(recording));
  const recorded = measureRecordedPhases(recording);
  return (["forward", "backward", "step"] as const).map((phase) =>
    describePeak(recording, `${phase} peak`, modelled[phase], recorded[phase]),
  );
}

function describePeak(
  recording: RecordingSummary,
  quantity: string,
  modelled: bigint,
  recorded: bigint,
): Comparison {
  return { subject: recording.id, quantity, modelled, recorded, limit: limitPeak(recording, recorded) };
}

/** Parameters, tensors, fvcore's counts and bytes kept for backward of all nine variants. */
export function compareFamily(): Comparison[] {
  return recordedFamily.variants.flatMap((recorded) => {
    const arch = convNeXtV2Variants[readVariant(recorded.variant)];
    return [
      ...compareCounts(arch, recorded),
      ...recorded.operations.flatMap((operations) => compareOperations(arch, recorded.variant, operations)),
      ...recorded.saved.map((saved) => compareSaved(arch, recorded.variant, saved)),
    ];
  });
}

/** What a student would write down, 4 W + b A, for the run that was recorded. */
export function estimatePeak({ variant, batchSize, imageSide }: RecordingSummary): bigint {
  const arch = convNeXtV2Variants[variant];
  const model = {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch, imageSide)),
    inputBytesPerSample: 1,
  };
  return estimateAdamMemory(model, batchSize).total;
}

type RecordedVariant = (typeof recordedFamily.variants)[number];

function compareCounts(arch: ConvNeXtV2, recorded: RecordedVariant): Comparison[] {
  const subject = recorded.variant;
  return [
    compareExactly(subject, "parameters", countParameters(arch), recorded.parameters),
    compareExactly(subject, "tensors", BigInt(listParameterTensors(arch).length), recorded.parameterTensors),
    compareExactly(subject, "buffers", 0n, recorded.buffers),
  ];
}

function compareOperations(
  arch: ConvNeXtV2,
  subject: string,
  { resolution, fvcoreTotal, convAndLinearOutputs }: RecordedVariant["operations"][number],
): Comparison[] {
  const outputs = countOutputActivations(arch, resolution);
  return [
    compareExactly(subject, `fvcore MACs at ${resolution}`, countTimmMacs(arch, resolution), fvcoreTotal),
    compareExactly(subject, `outputs at ${resolution}`, outputs, convAndLinearOutputs),
  ];
}

function compareSaved(
  arch: ConvNeXtV2,
  subject: string,
  { batchSize, resolution, savedBytes, convolutions }: RecordedVariant["saved"][number],
): Comparison {
  const what = `bytes saved, batch ${batchSize} at ${resolution}, ${convolutions} convolutions`;
  return compareExactly(subject, what, BigInt(batchSize) * countSavedBytes(arch, resolution), savedBytes);
}

function compareExactly(subject: string, quantity: string, modelled: bigint, recorded: number): Comparison {
  return { subject, quantity, modelled, recorded: BigInt(recorded), limit: 0n };
}
