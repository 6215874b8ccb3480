/** Choices on what is counted: which tensors of which layers, and for which model. */
import {
  isClassifier,
  isConvOrLinear,
  isLayerBias,
  type ParameterTensor,
} from "../../../reference/convnextv2/parameters";
import type { Option } from "../../contract/choice";
import type { ConvNeXtV2 } from "../../contract/value";
import { choose } from "../kit/choice-part";

/** How a count differs from that of every tensor. */
export interface Change {
  leavesOut?(tensor: ParameterTensor): boolean;
  /** Elements on top, or fewer of them. */
  adds?(arch: ConvNeXtV2): bigint;
  /** The model that is counted instead. */
  takesFor?(arch: ConvNeXtV2): ConvNeXtV2;
  /** A layer scale in the place of GRN. */
  readonly isV1?: true;
}

type Words = Pick<Option, "says" | "hint" | "source">;

const all = (id: string): Option<Change> => ({ id, effect: {} });

const slip = (id: string, credit: string, effect: Change, words: Words): Option<Change> => ({
  id,
  credit,
  effect,
  ...words,
});

const without = (
  id: string,
  credit: string,
  leavesOut: (tensor: ParameterTensor) => boolean,
  words: Words,
): Option<Change> => slip(id, credit, { leavesOut }, words);

const leave = (what: string, hint: string): Words => ({ says: `Your count leaves out ${what}.`, hint });

/** Sum over all blocks of something that depends on the block's channels. */
function sumOverBlocks({ depths, dims }: ConvNeXtV2, perBlock: (channels: bigint) => bigint): bigint {
  return dims.reduce((sum, dim, stage) => sum + BigInt(depths[stage] ?? 0) * perBlock(BigInt(dim)), 0n);
}

const grn = choose<Change>(
  all("grn-counted"),
  slip(
    "v1-count",
    "0.75",
    { isV1: true },
    {
      says: "This is the count of ConvNeXt V1: a layer scale instead of the global response normalisation.",
      hint: "What replaces the layer scale in V2, on how many channels does it work, and what does it learn for each?",
      source:
        "Layer scale in place of GRN: Liu et al., A ConvNet for the 2020s (2022), against Woo et al., ConvNeXt V2 (2023)",
    },
  ),
  without(
    "grn-forgotten",
    "0.75",
    ({ kind }) => kind === "grn",
    leave(
      "the global response normalisation",
      "It learns a scale and a shift. For how many channels, given where in the block it stands?",
    ),
  ),
  slip(
    "narrow-grn",
    "0.75",
    { adds: (arch) => sumOverBlocks(arch, (channels) => -6n * channels) },
    {
      says: "You count the global response normalisation on the block's own channels.",
      hint: "It stands between the two linear layers. How many channels are there?",
    },
  ),
  without("half-of-grn-forgotten", "0.75", ({ kind, role }) => kind === "grn" && role === "bias", {
    says: "In each block your count is short of one number per channel between the two linear layers.",
    hint: "Global response normalisation learns a scale and a shift, and the first linear layer has a bias. Are all three in your count?",
  }),
);

const norms = choose<Change>(
  all("norms-counted"),
  ...[
    { id: "some-norms-forgotten", layer: /^head/ },
    { id: "stem-norm-forgotten", layer: /^stem/ },
    { id: "norms-between-stages-forgotten", layer: /downsample/ },
    { id: "block-norms-forgotten", layer: /blocks/ },
  ].map(({ id, layer }) =>
    without(id, "0.75", (tensor) => tensor.kind === "layer-norm" && layer.test(tensor.layer), {
      says: "Your count leaves out the layer norms of one place: stem, blocks, between the stages, or head.",
      hint: "Go through the description place by place. Where does a norm stand?",
    }),
  ),
  without(
    "norms-forgotten",
    "0.5",
    ({ kind }) => kind === "layer-norm",
    leave("the layer norms", "Each has a weight and a bias per channel."),
  ),
);

const biases = choose<Change>(
  all("biases-counted"),
  ...[
    { id: "some-biases-forgotten", layer: /^head\.fc$/ },
    { id: "stem-bias-forgotten", layer: /^stem\.0$/ },
    { id: "biases-between-stages-forgotten", layer: /downsample\.1$/ },
    { id: "depthwise-biases-forgotten", layer: /conv_dw$/ },
  ].map(({ id, layer }) =>
    without(id, "0.75", ({ role, layer: name }) => role === "bias" && layer.test(name), {
      says: "In one place your count is short of one number per output channel, as without that layer's bias.",
      hint: "Which layers have a bias: in the stem, in a block, between the stages and in the head?",
    }),
  ),
  without(
    "biases-forgotten",
    "0.5",
    isLayerBias,
    leave(
      "the biases of the convolutions and linear layers",
      "Every output channel has one. Does `bias=False` stand anywhere in the model?",
    ),
  ),
  without(
    "all-biases-forgotten",
    "0.5",
    ({ role }) => role === "bias",
    leave(
      "everything that is added: biases, and the shifts of the norms",
      "Which layers learn something that they add to each channel?",
    ),
  ),
);

const layers = choose<Change>(
  all("every-layer"),
  without("conv-and-linear-only", "0.5", (tensor) => !isConvOrLinear(tensor), {
    says: "You count convolutions and linear layers only, as some counting tools do.",
    hint: "Which other layers have something to learn? `model.named_parameters()` lists them all.",
    source: "FlopCo counts these layers only unless asked: https://github.com/juliagusak/flopco-pytorch",
  }),
  without("bare-weights", "0.5", (tensor) => !isConvOrLinear(tensor) || tensor.role === "bias", {
    says: "You count the weights of convolutions and linear layers, without a bias and without any other layer.",
    hint: "Which layers have a bias, and which others have something to learn? `model.named_parameters()` lists them all.",
  }),
);

const head = choose<Change>(
  all("head-counted"),
  without(
    "classifier-forgotten",
    "0.5",
    isClassifier,
    leave("the last linear layer", "How many weights turn features into classes?"),
  ),
  without(
    "head-forgotten",
    "0.5",
    ({ layer }) => layer.startsWith("head."),
    leave("the head", "After the last stage come a norm and a linear layer, both with parameters."),
  ),
);

const stem = choose<Change>(
  all("stem-counted"),
  without(
    "stem-forgotten",
    "0.5",
    ({ layer }) => layer.startsWith("stem."),
    leave("the stem", "What turns the image into the first stage's channels?"),
  ),
);

const between = choose<Change>(
  all("downsampling-counted"),
  without(
    "downsampling-forgotten",
    "0.5",
    ({ layer }) => layer.includes(".downsample."),
    leave("the layers between the stages", "What brings one stage's channels to the next stage's?"),
  ),
);

const depthwise = choose<Change>(
  all("one-filter-per-channel"),
  slip(
    "full-depthwise",
    "0.5",
    { adds: (arch) => sumOverBlocks(arch, (channels) => 49n * channels * (channels - 1n)) },
    {
      says: "You count the depthwise convolution as a standard one.",
      hint: "In a depthwise convolution one filter sees one channel. How many weights are left?",
    },
  ),
);

const sizes = choose<Change>(
  all("sizes-as-given"),
  slip(
    "thousand-classes",
    "0.5",
    { takesFor: (arch) => ({ ...arch, numClasses: 1000 }) },
    {
      says: "Your count is right for models with 1000 classes only.",
      hint: "The head depends on `numClasses`.",
    },
  ),
  slip(
    "three-channels",
    "0.5",
    { takesFor: (arch) => ({ ...arch, inChannels: 3 }) },
    {
      says: "Your count is right for images of 3 channels only.",
      hint: "The stem depends on `inChannels`.",
    },
  ),
  slip(
    "imagenet-only",
    "0.5",
    { takesFor: (arch) => ({ ...arch, inChannels: 3, numClasses: 1000 }) },
    {
      says: "Your count is right for models of 3 input channels and 1000 classes only.",
      hint: "The stem depends on `inChannels`, the head on `numClasses`.",
    },
  ),
);

const depth = choose<Change>(
  all("every-block"),
  slip(
    "one-block-per-stage",
    "0.25",
    { takesFor: (arch) => ({ ...arch, depths: arch.depths.map(() => 1) }) },
    {
      says: "You count one block per stage.",
      hint: "How many blocks does `depths` ask for in each stage? Each has its own parameters.",
    },
  ),
);

export const tensors = { grn, norms, biases, layers, head, stem, between, depthwise, sizes, depth };
