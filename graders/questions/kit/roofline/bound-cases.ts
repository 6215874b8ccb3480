/** Hidden inputs for "memory or compute bound": models on both sides of the ridge, close to it and on it. */
import type { Case, Random } from "../../../contract/question";
import { listFixedCases } from "./bound-fixed-cases";
import { type BoundInput, makeInput } from "./bound-input";
import { drawScale, drawSmallModels, drawTile, makeDevice, roughIntensity, type Scale } from "./model-input";

/** Two decimals of the least intensities. */
const rounded = 0.01;

/**
 * Of a known model the step could be looked up. These are drawn from ranges so wide that what grows with all sizes, and
 * is no intensity, lies on the wrong side of some ridge close by.
 */
const drawnRanges = { batchSize: [2, 100], features: [8, 200] } as const;
const drawnModels = 6;
/**
 * The intensity lies on some step and nobody can see of which, nor where: a program that keeps the ridges has not learned
 * the intensities, which other functions are asked for. Where a ridge comes to lie on the intensity, either word is right.
 */
const scales: Readonly<Record<"unfused" | "fused", Scale>> = {
  unfused: { factor: 1.15 / 0.87, steps: 14, below: [7, 11] },
  fused: { factor: 1.15 / 0.87, steps: 14, below: [6, 10] },
};

function drawLadders(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return Array.from({ length: drawnModels }, (_, at) => {
    const drawn = drawInput(random);
    const middle = roughIntensity(drawn.x.shape[0] ?? 0, drawn.model);
    return drawScale(random, middle, scales[fused ? "fused" : "unfused"]).map(
      (ridge, step): Case<BoundInput> => ({
        id: `drawn-ladder-${at + 1}-${step + 1}`,
        source: "random",
        why: "one of many ridges for a drawn model, some on either side of its intensity",
        input: { ...drawn, gpu: makeDevice(ridge), rounded },
      }),
    );
  }).flat();
}

const sampleScale: Scale = { factor: 1.2, steps: 12, below: [6, 7] };

/** Where one sample is compute bound, and where it is not, no number tells. */
function drawAroundSample(random: Random): readonly Case<BoundInput>[] {
  return drawSmallModels(random).flatMap((model, at) => {
    const batchSize = drawSize(random, drawnRanges.batchSize);
    const tile = drawTile(random);
    return drawScale(random, roughIntensity(1, model), sampleScale).map(
      (ridge, step): Case<BoundInput> => ({
        id: `sample-${at + 1}-${step + 1}`,
        source: "random",
        why: "a ridge around the intensity of a single sample of a small model",
        input: { ...makeInput(batchSize, model, makeDevice(ridge), tile), rounded },
      }),
    );
  });
}

const modelsAroundOne = 64;
/** Enough to tell a rule of thumb from own counts; who has none is told by all. */
const modelsAsked = 24;
/** Of rough intensities, which unfused traffic lies further below. */
const aroundOne = { unfused: [0.7, 2.2], fused: [0.55, 1.7] } as const;

/**
 * Whoever leaves out the GPU has one word for each model, whatever the ridge. Of most models it is told by whether there
 * are a few samples and a few outputs; here it takes FLOP and bytes, also by one of the ways that lie beside.
 */
function drawAroundOne(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return Array.from({ length: modelsAroundOne }, (_, at): Case<BoundInput> => {
    const intensity = drawReal(random, aroundOne[fused ? "fused" : "unfused"]);
    const limit = intensity * drawReal(random, [1.15, 8]);
    const proportion = drawReal(random, [1 / 12, 12]);
    const model = {
      inFeatures: Math.round(2 * limit * (1 + proportion)),
      outFeatures: Math.round(2 * limit * (1 + 1 / proportion)),
    };
    const batchSize = Math.round((2 * intensity) / (1 - intensity / limit));
    const ridge = intensity * drawReal(random, [1 / 3, 3]);
    const input = { ...makeInput(batchSize, model, makeDevice(ridge), drawTile(random)), rounded };
    return {
      id: `around-one-${at + 1}`,
      source: "random",
      why: "some FLOP more or less than bytes: without the GPU, neither a few samples nor a few outputs tell which",
      input: at < modelsAsked ? input : { ...input, standsAlone: true },
    };
  });
}

/** As many of every order of magnitude. */
function drawReal(random: Random, [least, most]: readonly [number, number]): number {
  return Math.exp(random.real(Math.log(least), Math.log(most)));
}

function drawSize(random: Random, range: readonly [number, number]): number {
  return Math.round(drawReal(random, range));
}

function drawInput(random: Random): BoundInput {
  const drawFeatures = () => drawSize(random, drawnRanges.features);
  const model = { inFeatures: drawFeatures(), outFeatures: drawFeatures() };
  return makeInput(drawSize(random, drawnRanges.batchSize), model, makeDevice(1), drawTile(random));
}

/** @param fused whether the PReLU and the linear layer are one kernel */
export function listBoundCases(random: Random, fused: boolean): readonly Case<BoundInput>[] {
  return [
    ...listFixedCases(fused),
    ...drawLadders(random, fused),
    ...drawAroundSample(random),
    ...drawAroundOne(random, fused),
  ];
}
