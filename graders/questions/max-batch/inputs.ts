/** Hidden inputs for the largest batch: the notebook's model on many GPUs, other models, and memory at the edge. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { countParameters } from "../../../reference/convnextv2/parameters";
import { type GpuKey, gpus } from "../../../reference/gpus";
import type { Case, Random } from "../../contract/question";
import type { Gpu, ModelMemory } from "../../contract/value";

export interface FitInput {
  readonly model: ModelMemory;
  readonly gpu: Gpu;
}

export function describeVariant(variant: ConvNeXtV2Variant): ModelMemory {
  const arch = convNeXtV2Variants[variant];
  return {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch)),
    inputBytesPerSample: Number(countImageBytes(arch)),
  };
}

/** The four figures that students get. */
function pickGpu(key: GpuKey): Gpu {
  const { name, peakFlops, bandwidth, memory } = gpus[key];
  return { name, peakFlops, bandwidth, memory };
}

const withMemory = (memory: number): Gpu => ({ ...pickGpu("t4"), name: "Some GPU", memory });

/** The notebook's model on every known GPU. */
export const largeCases = (Object.keys(gpus) as GpuKey[]).map(
  (key): Case<FitInput> => ({
    id: `large-${key}`,
    source: key === "t4" ? "notebook" : "edge",
    why:
      key === "t4"
        ? "the notebook's model on the GPU most notebooks get"
        : "the notebook's model on a known GPU",
    input: { model: describeVariant("large"), gpu: pickGpu(key) },
  }),
);

/** One sample takes half as much as the weights, so that an honest overhead changes the answer by no more than two. */
const heavy: ModelMemory = {
  params: 300_000_000,
  activationBytesPerSample: 600_000_000,
  inputBytesPerSample: 1_200_000,
};
const weights = 4 * heavy.params;
const sample = heavy.activationBytesPerSample;

const edge = (id: string, why: string, model: ModelMemory, gpu: Gpu): Case<FitInput> => ({
  id,
  source: "edge",
  why,
  input: { model, gpu },
});

const fixedCases: readonly Case<FitInput>[] = [
  ...largeCases,
  edge("atto-t4", "hundreds of samples of a small model", describeVariant("atto"), pickGpu("t4")),
  edge("huge-a100", "a large model on a large GPU", describeVariant("huge"), pickGpu("a100Sxm80")),
  edge(
    "huge-2080ti",
    "the fixed part takes nearly everything",
    describeVariant("huge"),
    pickGpu("rtx2080Ti"),
  ),
  edge("exact-fit", "memory for exactly 12 samples", heavy, withMemory(4 * weights + 12 * sample)),
  edge(
    "exact-fit-with-images",
    "memory for exactly 7 samples with their images, for those who count them",
    heavy,
    withMemory(4 * weights + 7 * (sample + heavy.inputBytesPerSample)),
  ),
  edge("byte-short", "one byte less than 12 samples need", heavy, withMemory(4 * weights + 12 * sample - 1)),
  edge("nothing-left", "memory for the fixed part alone", heavy, withMemory(4 * weights)),
  edge(
    "between-four-and-five",
    "more than four copies of the weights, less than five",
    heavy,
    withMemory(4 * weights + 2 * sample - 150_000_000),
  ),
  edge(
    "between-five-and-six",
    "more than five copies of the weights, less than six",
    heavy,
    withMemory(5.6 * weights),
  ),
  edge(
    "between-three-and-four",
    "less than four copies of the weights: nothing fits, though a hundred samples would be left after three",
    { ...heavy, params: 2 * heavy.params, activationBytesPerSample: sample / 30 },
    withMemory(3.9 * 2 * weights),
  ),
  edge(
    "between-one-and-two",
    "more than three copies of weights of 2 bytes, less than four",
    heavy,
    withMemory(1.9 * weights),
  ),
  edge("no-room-at-all", "less memory than the weights alone", heavy, withMemory(weights / 2)),
  edge(
    "cluster",
    "far more memory than any GPU has",
    // Who tries one batch after the other is through in time, too.
    { params: 1_000_000, activationBytesPerSample: 123_456, inputBytesPerSample: 12_288 },
    withMemory(2 ** 39),
  ),
];

/** At most half of the memory goes to the fixed part, so that an honest overhead stays an overhead. */
function drawInput(random: Random): FitInput {
  const memory = random.integer(16_000, 96_000) * 2 ** 20;
  return {
    model: {
      params: random.integer(1_000_000, Math.floor(memory / 32)),
      activationBytesPerSample: 8 * random.integer(1_000_000, 40_000_000),
      inputBytesPerSample: 8 * random.integer(50_000, 200_000),
    },
    gpu: withMemory(memory),
  };
}

/** So few samples, by the count that is asked, that a search which ends early has to find them. */
export const fewSamples = 56;

/** Too many to be guessed. */
function drawFewSamples(random: Random): FitInput {
  const { model, gpu } = drawInput(random);
  const samples = random.real(20, fewSamples);
  // Whole numbers in half precision as well.
  const perSample = 8 * Math.floor((gpu.memory - 16 * model.params) / samples / 8);
  return { model: { ...model, activationBytesPerSample: perSample }, gpu };
}

export function listCases(random: Random): readonly Case<FitInput>[] {
  const drawn = Array.from({ length: 6 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a model and a GPU nobody can have seen",
    input: index < 2 ? drawFewSamples(random) : drawInput(random),
  }));
  return [...fixedCases, ...drawn];
}
