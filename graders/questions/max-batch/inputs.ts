/** Hidden inputs for the largest batch: the notebook's model on many GPUs, other models, and memory at the edge. */
import { mebibyte } from "../../../reference/byte-sizes";
import { type GpuKey, gpus } from "../../../reference/gpus";
import type { Case, Random } from "../../contract/question";
import type { Gpu, ModelMemory } from "../../contract/value";
import { describeVariant } from "../kit/model-memory";
import { pickGpu } from "../kit/roofline/model-input";

export interface FitInput {
  readonly model: ModelMemory;
  readonly gpu: Gpu;
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

const edge = (id: string, why: string, model: ModelMemory, memory: number): Case<FitInput> => ({
  id,
  source: "edge",
  why,
  input: { model, gpu: withMemory(memory) },
});

const cardCases: readonly Case<FitInput>[] = [
  edge("atto-t4", "hundreds of samples of a small model", describeVariant("atto"), gpus.t4.memory),
  edge("huge-a100", "a large model on a large GPU", describeVariant("huge"), gpus.a100Sxm80.memory),
  edge(
    "huge-2080ti",
    "the fixed part takes nearly everything",
    describeVariant("huge"),
    gpus.rtx2080Ti.memory,
  ),
];

/** What memory at an edge tells apart is told of no model that can be looked up. */
interface Heavy {
  readonly model: ModelMemory;
  readonly weights: number;
  readonly sample: number;
  /** So many samples fit where a whole number does. */
  readonly few: number;
  /** Bytes of so many copies of the weights. */
  readonly copies: (least: number, most: number) => number;
}

/** Multiples of them are whole gigabytes, or megabytes, to the last digit of a double: an exact fit is one in any unit. */
const [exactInGigabytes, exactInMegabytes] = [5 ** 9, 5 ** 6];

/** One sample takes half as much as the weights, so that an honest overhead changes the answer by no more than two. */
function drawHeavy(random: Random): Heavy {
  const params = 2 * exactInGigabytes * random.integer(64, 90);
  const [weights, sample] = [4 * params, 2 * params];
  const inputBytesPerSample = 8 * exactInMegabytes * random.integer(7, 12);
  return {
    model: { params, activationBytesPerSample: sample, inputBytesPerSample },
    weights,
    sample,
    few: random.integer(9, 14),
    copies: (least, most) => Math.round(random.real(least, most) * weights),
  };
}

type FindMemory = (heavy: Heavy, random: Random) => number;

type DrawnEdge = readonly [id: string, why: string, find: FindMemory];

const drawnEdges: readonly DrawnEdge[] = [
  [
    "exact-fit",
    "memory for a whole number of samples",
    ({ weights, sample, few }) => 4 * weights + few * sample,
  ],
  [
    "exact-fit-with-images",
    "memory for a whole number of samples with their images, and between six and eight copies",
    ({ model, weights, sample }, random) =>
      4 * weights + random.integer(6, 7) * (sample + model.inputBytesPerSample),
  ],
  [
    "byte-short",
    "one byte less than that many samples need",
    ({ weights, sample, few }) => 4 * weights + few * sample - 1,
  ],
  ["nothing-left", "memory for the fixed part alone", ({ weights }) => 4 * weights],
  [
    "between-four-and-five",
    "more than four copies of the weights, less than five",
    ({ copies }) => copies(4.86, 4.89),
  ],
  [
    "between-five-and-six",
    "more than five copies of the weights, less than six",
    ({ copies }) => copies(5.55, 5.65),
  ],
  ...[4, 5, 6].map(
    (count): DrawnEdge => [
      `just-above-${["four", "five", "six"][count - 4]}`,
      "a little more than so many copies of the weights: a step that needs them is through, one that needs more is not",
      ({ copies }) => copies(count + 0.02, count + 0.08),
    ],
  ),
  [
    "between-one-and-two",
    "more than three copies of weights of 2 bytes, less than four",
    ({ copies }) => copies(1.88, 1.92),
  ],
  ["no-room-at-all", "less memory than the weights alone", ({ copies }) => copies(0.4, 0.6)],
];

function drawEdges(random: Random): readonly Case<FitInput>[] {
  const heavy = drawHeavy(random);
  const { model, sample, copies } = heavy;
  const activationBytesPerSample = 8 * Math.round(sample / 240);
  return [
    ...drawnEdges.map(([id, why, find]) => edge(id, why, model, find(heavy, random))),
    edge(
      "between-three-and-four",
      "less than four copies of the weights: nothing fits, though a hundred samples would be left after three",
      { ...model, params: 2 * model.params, activationBytesPerSample },
      2 * copies(3.89, 3.91),
    ),
    edge("cluster", "far more memory than any GPU has", drawSmallModel(random), 2 ** 39),
  ];
}

/** Who tries one batch after the other is through in time, too. */
const drawSmallModel = (random: Random): ModelMemory => ({
  params: random.integer(900_000, 1_100_000),
  activationBytesPerSample: 8 * random.integer(15_000, 16_000),
  inputBytesPerSample: 12_288,
});

/** At most half of the memory goes to the fixed part, so that an honest overhead stays an overhead. */
function drawInput(random: Random): FitInput {
  const memory = random.integer(16_000, 96_000) * mebibyte;
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
  const edges = drawEdges(random).map((one) => ({ ...one, isDrawn: true as const }));
  return [...largeCases, ...cardCases, ...edges, ...drawn];
}
