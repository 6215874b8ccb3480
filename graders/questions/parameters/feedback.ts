/** What a student reads about the parameters of ConvNeXt V2. */
import type { Feedback } from "../../contract/question";

const forgotten = (what: string, hint: string) => ({ says: `Your count leaves out ${what}.`, hint });

export const feedback: Feedback = {
  title: "Parameters of ConvNeXt V2",
  expected: "an object { params, bytes } of two whole numbers",
  fields: ["params", "bytes"],
  unexplained:
    "The counts do not follow from the architecture. Write one line per layer (kernel area × input channels × output channels, plus a bias), add up one block, and compare with `sum(p.numel() for p in model.parameters())` of a small model.",
  readings: {
    "exact-count": { says: "The count of parameters is exact." },
    rounded: { says: "The count is right to the digits you say you rounded to." },
    "rounded-silently": {
      says: "Your counts are the right ones, rounded, and nothing you wrote says so.",
      hint: "Return the exact count, or tell in your explanation how you rounded.",
    },
    "v1-count": {
      says: "This is the count of ConvNeXt V1: a layer scale instead of the global response normalisation.",
      hint: "What replaces the layer scale in V2, on how many channels does it work, and what does it learn for each?",
    },
    "grn-forgotten": forgotten(
      "the global response normalisation",
      "It learns a scale and a shift. For how many channels, given where in the block it stands?",
    ),
    "narrow-grn": {
      says: "You count the global response normalisation on the block's own channels.",
      hint: "It stands between the two linear layers. How many channels are there?",
    },
    "half-of-grn-forgotten": {
      says: "In each block your count is short of one number per channel between the two linear layers.",
      hint: "Global response normalisation learns a scale and a shift, and the first linear layer has a bias. Are all three in your count?",
    },
    "some-norms-forgotten": {
      says: "Your count leaves out the layer norms of one place: stem, blocks, between the stages, or head.",
      hint: "Go through the description place by place. Where does a norm stand?",
    },
    "some-biases-forgotten": {
      says: "In one place your count is short of one number per output channel, as without that layer's bias.",
      hint: "Which layers have a bias: in the stem, in a block, between the stages and in the head?",
    },
    "classifier-forgotten": forgotten(
      "the last linear layer",
      "How many weights turn features into classes?",
    ),
    "head-forgotten": forgotten(
      "the head",
      "After the last stage come a norm and a linear layer, both with parameters.",
    ),
    "biases-forgotten": forgotten(
      "the biases of the convolutions and linear layers",
      "Every output channel has one. Does `bias=False` stand anywhere in the model?",
    ),
    "all-biases-forgotten": forgotten(
      "everything that is added: biases, and the shifts of the norms",
      "Which layers learn something that they add to each channel?",
    ),
    "conv-and-linear-only": {
      says: "You count convolutions and linear layers only, as some counting tools do.",
      hint: "Which other layers have something to learn? `model.named_parameters()` lists them all.",
    },
    "bare-weights": {
      says: "You count the weights of convolutions and linear layers, without a bias and without any other layer.",
      hint: "Which layers have a bias, and which others have something to learn? `model.named_parameters()` lists them all.",
    },
    "norms-forgotten": forgotten("the layer norms", "Each has a weight and a bias per channel."),
    "stem-forgotten": forgotten("the stem", "What turns the image into the first stage's channels?"),
    "downsampling-forgotten": forgotten(
      "the layers between the stages",
      "What brings one stage's channels to the next stage's?",
    ),
    "full-depthwise": {
      says: "You count the depthwise convolution as a standard one.",
      hint: "In a depthwise convolution one filter sees one channel. How many weights are left?",
    },
    "thousand-classes": {
      says: "Your count is right for models with 1000 classes only.",
      hint: "The head depends on `numClasses`.",
    },
    "three-channels": {
      says: "Your count is right for images of 3 channels only.",
      hint: "The stem depends on `inChannels`.",
    },
    "imagenet-only": {
      says: "Your count is right for models of 3 input channels and 1000 classes only.",
      hint: "The stem depends on `inChannels`, the head on `numClasses`.",
    },
    "one-block-per-stage": {
      says: "You count one block per stage.",
      hint: "How many blocks does `depths` ask for in each stage? Each has its own parameters.",
    },
    "four-bytes-each": { says: "Four bytes for each parameter: right for fp32." },
    "larger-unit": {
      says: "The amount is right, told in a larger unit than the bytes that the field is named after.",
    },
    "four-bytes-of-own-count": {
      says: "Four bytes for each parameter of your own count: this step is right.",
    },
    "half-precision": {
      says: "You take 2 bytes for a parameter: half precision.",
      hint: "Which data type do the model's parameters have unless you ask for another?",
    },
    "one-byte-each": {
      says: "You return the number of parameters as bytes.",
      hint: "How many bytes does one fp32 number take up?",
    },
    "double-precision-or-gradients": {
      says: "You take 8 bytes for a parameter: double precision, or a gradient beside each one.",
      hint: "The question is about the parameters alone, in the data type they have.",
    },
    "moments-added": {
      says: "You take three numbers for a parameter: Adam's two moments are counted with it.",
      hint: "The question is about the parameters alone; training comes later.",
    },
    "adam-added": {
      says: "You take four numbers for a parameter: its gradient and Adam's two moments are counted with it.",
      hint: "The question is about the parameters alone; training comes later.",
    },
    bits: { says: "You return bits.", hint: "The question asks for bytes." },
    "object-size": {
      says: "You return the size of an object that only points to the parameters.",
      hint: "Where do the numbers themselves lie, and how many are there?",
    },
  },
};
