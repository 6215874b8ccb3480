/** What a student reads about the largest batch. */
import type { Feedback } from "../../contract/question";

export const feedback: Feedback = {
  title: "Largest batch that fits",
  expected: "a whole number of samples, 0 if none fits",
  unexplained:
    "The batch sizes do not follow from an estimate of the memory. Which part of your `adamMemory` grows with the batch, and how much of the GPU's memory does the other part leave for it?",
  readings: {
    "all-that-fits": { says: "Right: all samples that fit beside weights, gradients and moments." },
    "input-included": { says: "Right; you count each sample's image with its activations." },
    "step-temporaries": {
      says: "Right; you keep room for one more copy of the weights, as a multi-tensor optimizer step needs for a moment.",
    },
    "peak-over-time": {
      says: "Right; you follow the memory over the iteration, so that both backward pass and optimizer step fit.",
    },
    "room-kept": { says: "Right within what overheads on a GPU can change." },
    "by-own-estimate": { says: "This follows from your own estimate of the memory: this step is right." },
    "near-own-estimate": {
      says: "This follows from your own estimate of the memory, within what overheads on a GPU can change.",
    },
    "power-of-two": {
      says: "You take the largest power of two that fits.",
      hint: "A fine choice in practice, but larger batches fit, too. Which is the largest?",
    },
    "power-of-two-by-own-estimate": {
      says: "You take the largest power of two that fits by your own estimate of the memory.",
      hint: "A fine choice in practice, but larger batches fit, too. Which is the largest?",
    },
    negative: {
      says: "Your batch sizes are right where something fits, and negative where nothing does.",
      hint: "What is the largest batch on a GPU that cannot even hold the weights?",
    },
    "at-least-one": {
      says: "You return 1 even where not one sample fits.",
      hint: "What should somebody be told whose GPU is too small?",
    },
    "not-rounded": {
      says: "Your quotient is right, but a batch is a whole number of samples.",
      hint: "Which whole number fits?",
    },
    "strictly-below": {
      says: "You leave out a batch that fills the memory exactly.",
      hint: "Does a batch fit that needs as many bytes as there are?",
    },
    "activations-doubled": {
      says: "You charge each sample twice its activations.",
      hint: "Do the gradients of all activations have to be in memory at the same time?",
    },
    "rounded-up": {
      says: "You round up.",
      hint: "Does the last sample still fit? Put your batch size back into `adamMemory`.",
    },
    "rounded-to-nearest": {
      says: "You round to the nearest whole number.",
      hint: "Does the last sample still fit? Put your batch size back into `adamMemory`.",
    },
    "one-too-many": {
      says: "Your batches are one sample too large.",
      hint: "Put your batch size back into `adamMemory`: does it fit?",
    },
    "gradients-forgotten": {
      says: "You keep room for three copies of the weights: one of weights, gradients and two moments is missing.",
      hint: "What is in memory for each parameter during the optimizer's step?",
    },
    "moments-forgotten": {
      says: "You keep room for two copies of the weights only.",
      hint: "What does Adam keep from step to step for each parameter?",
    },
    "weights-per-sample": {
      says: "You divide the memory by the peak at batch size 1: weights, gradients and moments are charged to every sample.",
      hint: "Which of the parts are shared by the whole batch?",
    },
    "half-precision": {
      says: "You calculate with 2 bytes for a number.",
      hint: "Which data type does the question name?",
    },
    "double-precision": {
      says: "You calculate with 8 bytes for a number.",
      hint: "Which data type does the question name?",
    },
    "gradients-and-moments-forgotten": {
      says: "You keep room for the weights only, as for inference.",
      hint: "What else is in memory for each parameter during training?",
    },
    "weights-ignored": {
      says: "You give all of the memory to the activations.",
      hint: "What does training hold whatever the batch size?",
    },
    "activations-ignored": {
      says: "You divide the memory by what the parameters take up.",
      hint: "What does each further sample of the batch need?",
    },
  },
};
