/** What a student reads about the memory of training with Adam. */
import type { Feedback } from "../../contract/question";

const forgotten = (what: string, hint: string) => ({ says: `Your estimate leaves out ${what}.`, hint });

export const feedback: Feedback = {
  title: "Memory of training with Adam",
  expected: "an object { weights, gradients, moments, activations, total } of five numbers of bytes",
  fields: ["weights", "gradients", "moments", "activations", "total"],
  unexplained:
    "The estimate does not follow from parameters and activations. What does training hold for each parameter, what for each sample, and how many bytes is each number?",
  readings: {
    "four-copies-and-activations": {
      says: "Weights, gradients, two moments and the activations of the batch: right.",
    },
    "input-with-activations": {
      says: "Right; you count the input batch among the activations.",
    },
    "input-in-total": { says: "Right; you add the input batch to the total." },
    "step-temporaries": {
      says: "Right; your total holds one more copy of the weights, as a multi-tensor optimizer step needs for a moment.",
    },
    "peak-over-time": {
      says: "Right; you follow the memory over the iteration and take the larger of backward pass and optimizer step.",
    },
    "overheads-in-total": {
      says: "The parts are right, and your total is near their sum, within what overheads on a GPU can change.",
    },
    "larger-unit": {
      says: "The amounts are right, told in a larger unit than the bytes that were asked for.",
    },
    "own-bytes-per-parameter": {
      says: "Right with your own number of bytes for a parameter.",
    },
    "right-total": {
      says: "Your total is right, its parts are not.",
      hint: "What belongs to weights, gradients, moments and activations, each by itself?",
    },
    "right-parts": {
      says: "Your four parts are right, your total is not their sum.",
      hint: "Which of the parts are in memory together at the worst moment?",
    },
    "activations-doubled": {
      says: "You count the activations twice.",
      hint: "Do the gradients of all activations have to be in memory at the same time? What is freed as the backward pass goes on?",
    },
    "gradients-forgotten": forgotten(
      "the gradients",
      "Where does the backward pass put its result until the optimizer's step?",
    ),
    "weights-forgotten": forgotten("the weights", "What does the optimizer update?"),
    "one-moment": {
      says: "You count one number per parameter for Adam's moments.",
      hint: "Which running averages does Adam keep?",
    },
    "activations-forgotten": forgotten(
      "the activations",
      "What does the backward pass need from the forward pass?",
    ),
    "batch-ignored": {
      says: "Your activations are those of one sample, whatever the batch size.",
      hint: "Each sample of the batch leaves its own.",
    },
    "moments-forgotten": forgotten(
      "Adam's moments",
      "What does Adam keep from step to step that plain gradient descent does not?",
    ),
    "batch-of-eight": {
      says: "You take the activations of eight samples for those of one.",
      hint: "The forward pass was profiled with batch size 8. What does the model's description give here?",
    },
    "half-precision": {
      says: "You calculate with 2 bytes for a number.",
      hint: "Which data type does the question name?",
    },
    "double-precision": {
      says: "You calculate with 8 bytes for a number.",
      hint: "Which data type does the question name?",
    },
    elements: {
      says: "You count numbers, not bytes.",
      hint: "How many bytes does one fp32 number take up?",
    },
    bits: { says: "You return bits.", hint: "The question asks for bytes." },
    "weights-per-sample": {
      says: "You charge weights, gradients and moments to every sample of the batch.",
      hint: "Which of the four grow with the batch, and which are shared by it?",
    },
    "gradients-and-moments-forgotten": forgotten(
      "all that training adds to the weights: gradients and moments",
      "What happens after the forward pass?",
    ),
  },
};
