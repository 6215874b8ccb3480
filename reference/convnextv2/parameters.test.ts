import fc from "fast-check";
import { anyArchitecture } from "../testing/arbitraries";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "./architecture";
import {
  countParameterBytes,
  countParameters,
  isClassifier,
  isConvOrLinear,
  isLayerBias,
  listParameterTensors,
} from "./parameters";

const large = convNeXtV2Variants.large;

/** Parameters of instantiated models; timm publishes them rounded to 0.01 million. */
const published: readonly [ConvNeXtV2Variant, bigint, string][] = [
  ["atto", 3_708_400n, "3.71"],
  ["femto", 5_233_240n, "5.23"],
  ["pico", 9_066_280n, "9.07"],
  ["nano", 15_623_800n, "15.62"],
  ["tiny", 28_635_496n, "28.64"],
  ["small", 50_318_440n, "50.32"],
  ["base", 88_717_800n, "88.72"],
  ["large", 197_956_840n, "197.96"],
  ["huge", 660_289_640n, "660.29"],
];

/** The textbook's sum: stem, downsamplings, blocks of 8c^2 + 65c, head. */
function sumByFormula({ depths, dims, inChannels, numClasses }: ConvNeXtV2): bigint {
  const channels = dims.map(BigInt);
  const first = channels[0] ?? 0n;
  const last = channels.at(-1) ?? 0n;
  const stem = 16n * BigInt(inChannels) * first + first + 2n * first;
  const head = 2n * last + (last + 1n) * BigInt(numClasses);
  return channels.reduce((sum, c, stage) => {
    const from = channels[stage - 1];
    const downsample = from === undefined ? 0n : 2n * from + 4n * from * c + c;
    return sum + downsample + BigInt(depths[stage] ?? 0) * (8n * c * c + 65n * c);
  }, stem + head);
}

describe("the number of parameters", () => {
  test.each(published)("%s has %d, published as %s million", (variant, count, millions) => {
    const arch = convNeXtV2Variants[variant];
    expect(countParameters(arch)).toBe(count);
    expect(sumByFormula(arch)).toBe(count);
    expect((Number(count) / 1e6).toFixed(2)).toBe(millions);
  });

  test("Large takes 791,827,360 bytes in fp32: 755.15 MiB", () => {
    expect(countParameterBytes(large)).toBe(791_827_360n);
    expect((791_827_360 / 2 ** 20).toFixed(2)).toBe("755.15");
  });
});

/** Parameters by layer, in the order of the network. */
function countByLayer(arch: ConvNeXtV2): ReadonlyMap<string, bigint> {
  const counts = new Map<string, bigint>();
  for (const { layer, count } of listParameterTensors(arch))
    counts.set(layer, (counts.get(layer) ?? 0n) + count);
  return counts;
}

describe("layers", () => {
  test("a block of c channels has 50c + 2c + (4c^2 + 4c) + 8c + (4c^2 + c) parameters", () => {
    const c = 192n;
    const block = [...countByLayer(large)].filter(([layer]) => layer.startsWith("stages.0.blocks.1."));
    expect(block.map(([layer, count]) => [layer.replace("stages.0.blocks.1.", ""), count])).toEqual([
      ["conv_dw", 50n * c],
      ["norm", 2n * c],
      ["mlp.fc1", 4n * c * c + 4n * c],
      ["mlp.grn", 8n * c],
      ["mlp.fc2", 4n * c * c + c],
    ]);
  });

  test("stem, downsampling and head carry timm's names", () => {
    const counts = countByLayer(large);
    expect(counts.get("stem.0")).toBe(3n * 4n * 4n * 192n + 192n);
    expect(counts.get("stem.1")).toBe(2n * 192n);
    expect(counts.get("stages.1.downsample.0")).toBe(2n * 192n);
    expect(counts.get("stages.1.downsample.1")).toBe(4n * 192n * 384n + 384n);
    expect(counts.get("head.norm")).toBe(2n * 1536n);
    expect(counts.get("head.fc")).toBe(1537n * 1000n);
    expect(counts.has("stages.0.downsample.0")).toBe(false);
  });

  test("a tensor's name is unique and its count the product of its shape", () => {
    const tensors = listParameterTensors(large);
    expect(new Set(tensors.map(({ name }) => name)).size).toBe(tensors.length);
    for (const { shape, count } of tensors) {
      expect(count).toBe(shape.reduce((product, size) => product * size));
    }
  });
});

describe("what is often left out or mistaken, on Large", () => {
  test.each([
    [
      "layer scale in place of GRN, as in V1",
      countParameters(large, undefined, { scaling: "layer-scale" }),
      197_767_336n,
    ],
    ["no GRN", countParameters(large, (tensor) => tensor.kind !== "grn"), 197_740_264n],
    ["no classifier", countParameters(large, (tensor) => !isClassifier(tensor)), 196_419_840n],
    [
      "no biases of convolutions and linear layers",
      countParameters(large, (tensor) => !isLayerBias(tensor)),
      197_790_528n,
    ],
    ["convolutions and linear layers only", countParameters(large, isConvOrLinear), 197_679_976n],
  ])("%s", (_, counted, expected) => {
    expect(counted).toBe(expected);
  });

  test("ConvNeXt V1 Large comes to its own published 197.77 million", () => {
    expect((Number(countParameters(large, undefined, { scaling: "layer-scale" })) / 1e6).toFixed(2)).toBe(
      "197.77",
    );
  });
});

// Property tests: the formula for any architecture, affine in the classes, bytes proportional to the element size.
describe("for any architecture", () => {
  test("the tensors add up to the formula", () => {
    fc.assert(
      fc.property(anyArchitecture(), (arch) => {
        expect(countParameters(arch)).toBe(sumByFormula(arch));
      }),
    );
  });

  test("one more class costs c4 + 1 parameters", () => {
    fc.assert(
      fc.property(anyArchitecture(), fc.integer({ min: 1, max: 1000 }), (arch, numClasses) => {
        const lastChannels = BigInt(arch.dims.at(-1) ?? 0);
        const more = countParameters({ ...arch, numClasses: numClasses + 1 });
        expect(more - countParameters({ ...arch, numClasses })).toBe(lastChannels + 1n);
      }),
    );
  });

  test("bytes are elements times the size of one", () => {
    fc.assert(
      fc.property(anyArchitecture(), fc.integer({ min: 1, max: 16 }), (arch, bytesPerElement) => {
        expect(countParameterBytes(arch, bytesPerElement)).toBe(
          countParameters(arch) * BigInt(bytesPerElement),
        );
      }),
    );
  });
});
