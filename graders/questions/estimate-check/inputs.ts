/** Hidden inputs for comparisons: a recorded iteration and an estimate that is too high, too low, or right. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { peakOf } from "../../../reference/convnextv2/events";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { AdamStep } from "../../../reference/convnextv2/training-events";
import { estimateAdamMemory } from "../../../reference/training-memory";
import type { Case, Random } from "../../contract";
import { drawIteration, type Events, modelIteration, peakInBackward, peakInStep } from "./recordings";

/** An estimate as it travels: five numbers of bytes. */
export interface TravellingEstimate {
  readonly weights: number;
  readonly gradients: number;
  readonly moments: number;
  readonly activations: number;
  readonly total: number;
}

export interface CheckInput {
  readonly events: Events;
  readonly estimate: TravellingEstimate;
}

function estimateVariant(variant: ConvNeXtV2Variant, batchSize: number): TravellingEstimate {
  const arch = convNeXtV2Variants[variant];
  const model = {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch)),
    inputBytesPerSample: Number(countImageBytes(arch)),
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
function splitTotal(total: number, weights: number): TravellingEstimate {
  return { weights, gradients: weights, moments: 2 * weights, activations: total - 4 * weights, total };
}

interface Run {
  readonly variant: ConvNeXtV2Variant;
  readonly batchSize: number;
  readonly step: AdamStep;
  readonly iteration: "first" | "steady";
}

function modelled(id: string, why: string, run: Run): Case<CheckInput> {
  return {
    id,
    source: id === "notebook" ? "notebook" : "edge",
    why,
    input: {
      events: modelIteration(run.variant, run),
      estimate: estimateVariant(run.variant, run.batchSize),
    },
  };
}

const edge = (id: string, why: string, events: Events, total: number): Case<CheckInput> => ({
  id,
  source: "edge",
  why,
  input: { events, estimate: splitTotal(total, 4000) },
});

const fixedCases: readonly Case<CheckInput>[] = [
  modelled("notebook", "the notebook's model at batch size 1: the peak stands in the optimizer's step", {
    variant: "large",
    batchSize: 1,
    step: "foreach",
    iteration: "steady",
  }),
  modelled("first-iteration", "no moments yet during the backward pass: the estimate is too high", {
    variant: "pico",
    batchSize: 2,
    step: "fused",
    iteration: "first",
  }),
  modelled("large-batch", "activations outweigh the rest", {
    variant: "atto",
    batchSize: 16,
    step: "for-loop",
    iteration: "steady",
  }),
  edge("peak-in-backward", "the estimate is far too low", peakInBackward, 30_000),
  edge("peak-in-step", "the estimate is a little too low", peakInStep, 20_000),
  edge("right-estimate", "no error at all", peakInStep, Number(peakOf(peakInStep))),
  edge(
    "twice-too-high",
    "an error of one: told from the ratio, which is two",
    peakInBackward,
    2 * Number(peakOf(peakInBackward)),
  ),
];

export function listCases(random: Random): readonly Case<CheckInput>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => {
    const events = drawIteration(random);
    const total = 4 * Math.round((Number(peakOf(events)) * random.real(0.4, 1.9)) / 4);
    const estimate = splitTotal(total, 4 * Math.floor(total / 40));
    return {
      id: `random-${index + 1}`,
      source: "random" as const,
      why: "an iteration nobody can have seen",
      input: { events, estimate },
    };
  });
  return [...fixedCases, ...drawn];
}
