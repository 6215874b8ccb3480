/** What a student reads about profiles of a forward pass. */
import type { Feedback } from "../../contract/question";

const followTotal = "Keep a running total over the events. Which value of it does the question ask for?";
const whatIsLeft =
  "At the peak, everything in use is parameters, input, or something the pass itself has made. Which of these do you know?";

export const feedback: Feedback = {
  title: "Profile of a forward pass",
  expected: "an object { peakBytes, activationBytes } of two numbers of bytes",
  fields: ["peakBytes", "activationBytes"],
  unexplained:
    "The figures do not follow from the events. Draw the memory in use after each event of a short list on paper: where is it highest, and what is in use at that moment?",
  readings: {
    "running-total": { says: "This is the most memory in use at any one time." },
    "peak/larger-unit": {
      says: "The peak is right, told in a larger unit than the bytes that the field is named after.",
    },
    "parameters-left-out": {
      says: "Your peak leaves out the parameters.",
      hint: "They take up memory during the pass as everything else does.",
    },
    "pass-alone": {
      says: "Your peak holds only what the pass itself allocates.",
      hint: "Parameters and input take up memory at the same time.",
    },
    "input-left-out": {
      says: "Your peak leaves out the input batch.",
      hint: "It takes up memory during the pass as everything else does.",
    },
    "peak/elements": {
      says: "Your peak is a quarter of the real one: elements instead of bytes.",
      hint: "The events are in bytes already.",
    },
    "peak/end-of-pass": {
      says: "You return the memory in use at the end of the pass.",
      hint: "Something may have been freed by then. When was most in use?",
    },
    "stale-run": {
      says: "Your peak holds the activations twice, as if an earlier run's were still there.",
      hint: "Start each recording from nothing: count only what its events allocate.",
    },
    "kept-activations-alone": {
      says: "Your peak is that of the events of category activation alone.",
      hint: "Which other things are in memory at the same time?",
    },
    "peaks-of-categories": {
      says: "You add up the peaks of the categories.",
      hint: "They may be reached at different times. Which sum is in use at one time?",
    },
    "peak/one-sample": {
      says: "You divide by the batch size.",
      hint: "The recording is of the whole batch, and so is its peak.",
    },
    "peak/frees-ignored": {
      says: "You add up what is allocated and never take off what is freed.",
      hint: followTotal,
    },
    "frees-ignored-in-pass": {
      says: "You add up what the pass allocates, never take off what is freed, and leave out parameters and input.",
      hint: followTotal,
    },
    "frees-added": { says: "You add what is freed to what is allocated.", hint: followTotal },
    "peak/largest-tensor": { says: "You return the largest single tensor.", hint: followTotal },

    "all-but-parameters-and-input": {
      says: "The peak without parameters and input: all that the pass itself holds.",
    },
    "input-included": {
      says: "The peak without the parameters: you count the input batch as an activation, which it is to the first layer.",
    },
    "activation-category-at-peak": {
      says: "The tensors booked as activations that are alive at the peak: you leave temporaries out, which is a fair reading.",
    },
    "kept-at-end": {
      says: "What the pass has left in memory at its end: the activations kept for backward.",
    },
    "activations/larger-unit": {
      says: "The amount is right, told in a larger unit than the bytes that the field is named after.",
    },
    "rest-of-own-peak": { says: "Your own peak without parameters and input: this step is right." },
    "leaf-outputs": {
      says: "You add up the outputs of all layers.",
      hint: "Not all of them live at once, and inside a layer there is more than its output. What does the peak tell?",
    },
    "peak-as-activations": { says: "You return the whole peak as activations.", hint: whatIsLeft },
    "parameters-included": { says: "Your activations hold the parameters, too.", hint: whatIsLeft },
    "activations/end-of-pass": {
      says: "You return all that is in use at the end, parameters and input included.",
      hint: whatIsLeft,
    },
    "activations/elements": {
      says: "Your activations are a quarter of the real ones: elements instead of bytes.",
      hint: "The events are in bytes already.",
    },
    "activations/one-sample": {
      says: "You divide by the batch size.",
      hint: "The question is about the activations of the recorded batch.",
    },
    "conv-and-linear-outputs": {
      says: "You add up the outputs of convolutions and linear layers only, as some counting tools do.",
      hint: "What else does the pass hold at its peak?",
    },
    "leaf-outputs-doubled": {
      says: "You add up the outputs of all layers and double them.",
      hint: "This is a forward pass: there are no gradients of activations yet.",
    },
    "parameterised-outputs-doubled": {
      says: "You add up the outputs of layers with parameters and double them, as torchinfo does.",
      hint: "This is a forward pass: no gradients yet, but there are layers without parameters.",
    },
    "activations/frees-ignored": {
      says: "You add up all that the pass allocates and never take off what is freed.",
      hint: "How much of it is alive at the peak?",
    },
    "temporaries-alone": {
      says: "You return the temporaries at the peak.",
      hint: "What else has the pass made that is still alive?",
    },
    "activations/largest-tensor": {
      says: "You return the largest tensor of the pass.",
      hint: whatIsLeft,
    },
  },
};
