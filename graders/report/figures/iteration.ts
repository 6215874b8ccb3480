/**
 * One training iteration, sketched from the parts of the student's own estimate: which of them are there in which phase,
 * and what Adam's step makes besides, by how it updates and by what the iteration before left. In the backward pass
 * activations go and gradients come stage by stage, in shares that ConvNeXt V2 Large has. Left out is what lives within
 * an operation; `reference/convnextv2/training-events.ts` has that, tensor by tensor. Pure.
 */
import { listSavedTensors } from "../../../reference/convnextv2/activations";
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { listParameterTensors } from "../../../reference/convnextv2/parameters";
import type { AdamStep } from "../../../reference/convnextv2/training-events";
import { findExtent } from "./d3";
import type { OwnTraining } from "./own-numbers";

export type Part = "weights" | "moments" | "gradients" | "activations" | "temporaries";

/** From the ground up. */
export const parts: readonly Part[] = ["weights", "moments", "gradients", "activations", "temporaries"];

interface Variant {
  readonly step: AdamStep;
  /** Moments come to life in the step of a first iteration; gradients that were zeroed are there from the start. */
  readonly before: "moments" | "nothing" | "moments-and-gradients";
}

/** The first is what PyTorch does on a GPU unless told otherwise. */
export const variants = {
  foreach: { step: "foreach", before: "moments" },
  forLoop: { step: "for-loop", before: "moments" },
  fused: { step: "fused", before: "moments" },
  zeroed: { step: "foreach", before: "moments-and-gradients" },
  first: { step: "foreach", before: "nothing" },
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;

export type Phase = "forward" | "backward" | "step";

/** A moment of the sketch with what is there, as shares of what the student has of it. */
interface Corner {
  /** In lengths of a forward pass; not to scale. */
  readonly time: number;
  readonly phase: Phase;
  readonly activations: number;
  readonly gradients: number;
}

/** Lengths of the phases. */
export const lengths: Readonly<Record<Phase, number>> = { forward: 1, backward: 2, step: 1 };

export const corners: readonly Corner[] = listCorners();

function listCorners(): readonly Corner[] {
  const stages = [3, 2, 1] as const;
  const arch = convNeXtV2Variants.large;
  const kept = listSavedTensors(arch).map((one) => ({ of: one.savedBy, count: one.elementsPerSample }));
  const made = listParameterTensors(arch).map(({ name, count }) => ({ of: name, count }));
  return [
    { time: 0, phase: "forward", activations: 0, gradients: 0 },
    { time: 1, phase: "backward", activations: 1, gradients: 0 },
    ...stages.map((stage, at) => ({
      time: 1 + (at + 1) / 2,
      phase: "backward" as const,
      activations: findShareBefore(kept, stage),
      gradients: 1 - findShareBefore(made, stage),
    })),
    { time: 3, phase: "backward", activations: 0, gradients: 1 },
    { time: 3, phase: "step", activations: 0, gradients: 1 },
    { time: 4, phase: "step", activations: 0, gradients: 1 },
  ];
}

interface Counted {
  readonly of: string;
  readonly count: bigint;
}

/** What belongs to the stem and the stages before this one. */
function findShareBefore(all: readonly Counted[], stage: number): number {
  const sum = (some: readonly Counted[]): number =>
    some.reduce((total, { count }) => total + Number(count), 0);
  const isBefore = ({ of }: Counted): boolean => {
    const [first, index] = of.split(".");
    return first === "stem" || (first === "stages" && Number(index) < stage);
  };
  return sum(all.filter(isBefore)) / sum(all);
}

/** Bytes of a part at each corner. */
export function hold(own: OwnTraining, part: Part, name: VariantName): readonly number[] {
  const { before, step }: Variant = variants[name];
  const inStep = (bytes: number) => corners.map(({ phase }) => (phase === "step" ? bytes : 0));
  switch (part) {
    case "weights":
      return corners.map(() => own.weights);
    case "moments":
      return before === "nothing" ? inStep(own.moments) : corners.map(() => own.moments);
    case "gradients":
      return corners.map(({ gradients }) =>
        before === "moments-and-gradients" ? own.gradients : own.gradients * gradients,
      );
    case "activations":
      return corners.map(({ activations }) => own.activations * activations);
    case "temporaries":
      return inStep(own.weights * sharesOfWeights[step]);
  }
}

/** Of the loop: two tensors as large as the largest parameter. A share, so that it goes with the student's own bytes. */
function findLoopShare(): number {
  const counts = listParameterTensors(convNeXtV2Variants.large).map(({ count }) => Number(count));
  const [, largest] = findExtent(counts);
  return (2 * largest) / counts.reduce((sum, count) => sum + count, 0);
}

/** What a step makes, as copies of the weights. */
const sharesOfWeights: Readonly<Record<AdamStep, number>> = {
  foreach: 1,
  "for-loop": findLoopShare(),
  fused: 0,
};

/** The moment at which most is there, of all or of one phase. */
export interface Peak {
  /** Index of its corner. */
  readonly at: number;
  readonly phase: Phase;
  readonly bytes: number;
  /** What the step makes, of these bytes. */
  readonly temporaries: number;
}

/** Between its corners nothing is higher. Of moments that are equally high the first. */
export function findPeak(own: OwnTraining, name: VariantName, of?: Phase): Peak {
  const amounts = parts.map((part) => hold(own, part, name));
  const sums = corners.map(({ phase }, at) => ({
    at,
    phase,
    bytes: amounts.reduce((sum, bytes) => sum + (bytes[at] ?? 0), 0),
    temporaries: amounts.at(-1)?.[at] ?? 0,
  }));
  return sums
    .filter(({ phase }) => of === undefined || phase === of)
    .reduce((highest, one) => (one.bytes > highest.bytes ? one : highest));
}
