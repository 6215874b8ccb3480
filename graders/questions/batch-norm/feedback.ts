/** What a student reads about batch norm. */
import type { Feedback, ReadingSentences } from "../../contract/question";

const wholeChannel =
  "There is one mean and one variance per channel, over the batch and all pixels. How many divisions do they take, then?";
const costOfDivision =
  "The task gives the cost of a division. Where does your algorithm divide, and how often?";

const accepted: Readonly<Record<string, ReadingSentences>> = {
  literal: { says: "Right: every line of the definition evaluated as written, with divisions of 4." },
  "literal-otherwise-per-channel": {
    says: "Right: every line of the definition for each element, with your own account of the work per channel.",
  },
  "shared-or-one-pass": {
    says: "Right: this is the count with a subtraction per element saved, by keeping the centred values or by a one-pass variance.",
  },
  reciprocal: {
    says: "Right: this is the count with one division per channel and each element multiplied by the reciprocal.",
  },
  "reciprocal-shared-or-one-pass": {
    says: "Right: this is the count with one division per channel, a multiplication per element, and one pass over the elements saved.",
  },
  folded: {
    says: "Right: this is the count with normalisation, gamma and beta folded into one scale and one shift per channel.",
  },
  "folded-one-pass": {
    says: "Right: this is the count with a one-pass variance, and one scale and one shift per channel.",
  },
  welford: { says: "Right: this is the count of Welford's running mean and variance." },
  "welford-reciprocal": {
    says: "Right: this is the count of Welford's running mean and variance, then one division per channel.",
  },
};

const wrong: Readonly<Record<string, ReadingSentences>> = {
  "squares-not-summed": {
    says: "Your variance squares the differences but does not add them up.",
    hint: "The variance is a mean of squares: which operations does a mean take?",
  },
  "affine-forgotten": {
    says: "You counted statistics and normalisation, and left out gamma and beta.",
    hint: "The layer has a scale and a shift per channel by default. What do they cost for each element?",
  },
  "no-division-anywhere": {
    says: "Your count per element is that of an algorithm with one division per channel, but no division shows in it.",
    hint: "How does the 4 for a division enter your count? Multiplying by a reciprocal takes the reciprocal first.",
  },
  "root-per-element": {
    says: "You counted an operation for every element that is needed once per channel, such as the square root or adding epsilon.",
    hint: "The standard deviation is one number per channel. How often does it have to be computed?",
  },
  "division-counted-once": { says: "You counted a division as a single operation.", hint: costOfDivision },
  "division-counted-once-or-evaluation": {
    says: "You counted a division as a single operation, or you counted the evaluation mode, which takes no statistics.",
    hint: `${costOfDivision} And in training mode, mean and variance are computed from the input.`,
  },
  "folded-without-division": {
    says: "Your count per element is that of one scale and one shift per channel, but the divisions they need are missing or count as one operation.",
    hint: costOfDivision,
  },
  "sums-divided-per-element": {
    says: "You divided every element for the mean or the variance.",
    hint: "Add up first and divide the sum: how many divisions does one mean take?",
  },
  "backward-added": {
    says: "You counted the backward pass as well.",
    hint: '"Training mode" only says which mean and variance are used: count the forward pass.',
  },
  "only-normalisation": {
    says: "You counted the normalisation and left out mean and variance, gamma and beta.",
    hint: "Follow the formulas from the top: what has to be known before the first element can be normalised, and what happens to it afterwards?",
  },
  "only-statistics": {
    says: "You counted mean and variance and left out the normalisation.",
    hint: "Follow the formulas to the end: what happens to each element once mean and variance are known?",
  },
  "library-rule": {
    says: "This is a counting library's rule of thumb: a fixed number per element.",
    hint: `Such rules leave out what the task asks for. ${costOfDivision}`,
  },
  "evaluation-mode-folded": {
    says: "You counted the evaluation mode: one scale and one shift per channel, known beforehand.",
    hint: "In training mode, mean and variance are computed from the input. What does that cost?",
  },
  "statistics-per-pixel": {
    says: "You took a mean and a variance for every pixel of every channel, over the batch alone.",
    hint: wholeChannel,
  },
  "statistics-per-sample-and-channel": {
    says: "You took a mean and a variance for every channel of every sample, as instance norm does.",
    hint: wholeChannel,
  },
  "statistics-per-sample": {
    says: "You took a mean and a variance for every sample, as layer norm does.",
    hint: wholeChannel,
  },
  "statistics-over-everything": {
    says: "You took a single mean and a single variance over the whole input.",
    hint: wholeChannel,
  },
  "batch-forgotten": {
    says: "You counted a single sample.",
    hint: "Every sample of the batch is normalised, and the statistics run over all of them.",
  },
  "pixels-divided-and-terms-missing": {
    says: "Mean and variance: you divide once per pixel instead of once per channel, and of subtraction, square and sum you count two. Normalisation: you count its division as one operation, and no epsilon or square root. Scale and shift are right.",
    hint: `${wholeChannel} Then go through the formulas symbol by symbol: each operation on every element is one more term, and each division has its cost.`,
  },
  "library-rule-without-batch": {
    says: "This is a counting library's rule of thumb for a single sample.",
    hint: `Every sample of the batch counts, and such rules leave out what the task asks for. ${costOfDivision}`,
  },
  "library-rule-without-pixels": {
    says: "You counted the parameters of the layer for every sample.",
    hint: "Every pixel of every sample is normalised with them.",
  },
  "nothing-counted": {
    says: "Your count is zero for every input.",
    hint: "The layer works on every element. Follow the formulas from the top and count.",
  },
};

export const feedback: Feedback = {
  title: "Batch normalisation",
  expected: "a count of operations",
  unexplained:
    "The count does not follow from the steps of the layer. Write them down one by one (mean, variance, normalisation, scale and shift), note for each how often it happens, and cost each division as the task says.",
  readings: { ...accepted, ...wrong },
};
