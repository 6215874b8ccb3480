/** Hidden inputs for parameters: the nine published models, and others that a table of published counts cannot know. */
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import type { Case, Random } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";

const { large } = convNeXtV2Variants;

const publishedCases = Object.entries(convNeXtV2Variants).map(
  ([variant, input]): Case<ConvNeXtV2> => ({
    id: variant,
    source: variant === "large" ? "notebook" : "edge",
    why: variant === "large" ? "the notebook's own model" : "a published model of the family",
    input,
  }),
);

const fixedCases: readonly Case<ConvNeXtV2>[] = [
  {
    id: "ten-classes",
    source: "edge",
    why: "separates the head's size from a fixed 1000 classes",
    input: { ...large, numClasses: 10 },
  },
  {
    id: "grey-images",
    source: "edge",
    why: "separates the stem's input from fixed RGB images",
    input: { ...convNeXtV2Variants.nano, inChannels: 1 },
  },
  {
    id: "uneven-dims",
    source: "edge",
    why: "widths that do not double, so that downsampling must take both sides from dims",
    input: { depths: [1, 4, 2, 3], dims: [24, 56, 72, 200], inChannels: 4, numClasses: 17 },
  },
  {
    id: "smallest",
    source: "edge",
    why: "every size is one",
    input: { depths: [1, 1, 1, 1], dims: [1, 1, 1, 1], inChannels: 1, numClasses: 1 },
  },
  {
    id: "beyond-doubles",
    source: "edge",
    why: "a count past 2^53, made of powers of two so that doubles add it up exactly in any order",
    input: {
      depths: [1, 1, 1, 1],
      dims: [2 ** 22, 2 ** 23, 2 ** 24, 2 ** 25],
      inChannels: 4,
      numClasses: 1024,
    },
  },
];

/** Every ConvNeXt has four stages; a formula written out for four is as good as one for any number. */
const stageCount = 4;

type Widths = readonly [least: number, most: number];

/** Of the wide ones a tenth of a gigabyte is a percent, and small terms weigh more in the others. */
const widths: readonly Widths[] = [
  [2, 700],
  [3000, 6000],
];

function drawArchitecture(random: Random, [least, most]: Widths): ConvNeXtV2 {
  const stages = Array.from({ length: stageCount });
  return {
    depths: stages.map(() => random.integer(1, 6)),
    dims: stages.map(() => random.integer(least, most)),
    inChannels: random.integer(4, 13),
    numClasses: random.integer(2, 999),
  };
}

export function listCases(random: Random): readonly Case<ConvNeXtV2>[] {
  const drawn = [...widths, ...widths, ...widths].map((of, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: drawArchitecture(random, of),
  }));
  return [...publishedCases, ...fixedCases, ...drawn];
}
