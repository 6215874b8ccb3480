import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { listTrainingEvents } from "../../../reference/convnextv2/training-events";
import { measureModelledPhases } from "../../../reference/recordings/phase-peaks";
import { rightNumbers } from "../../testing/shown-numbers";
import { findPeak, type VariantName, variants } from "./iteration";
import { readOwnNumbers } from "./own-numbers";

const names = Object.keys(variants) as readonly VariantName[];
const { trainingOfOne, trainingOfEight } = readOwnNumbers(rightNumbers);

test.each(names.flatMap((name) => [[name, 1] as const, [name, 8] as const]))(
  "of right numbers, the sketch of %s at batch %i has its peak in the phase of the modelled iteration, to 3 %%",
  (name, batchSize) => {
    const own = batchSize === 1 ? trainingOfOne : trainingOfEight;
    if (own === undefined) throw new Error("expected an estimate");
    const { step, before } = variants[name];
    const events = listTrainingEvents({
      arch: convNeXtV2Variants.large,
      batchSize,
      step,
      iteration: before === "nothing" ? "first" : "steady",
      priorGradients: before === "moments-and-gradients" ? "zeroed" : "freed",
    });
    const { forward, backward, step: inStep } = measureModelledPhases(events);
    const modelled = { before: Number(forward > backward ? forward : backward), step: Number(inStep) };
    const peak = findPeak(own, name);
    const phase = modelled.step >= modelled.before ? "step" : "backward";
    expect(peak.phase).toBe(phase);
    expect(Math.abs(peak.bytes / Math.max(modelled.before, modelled.step) - 1)).toBeLessThan(0.03);
  },
);
