/** What students read about the bytes they counted, as two kernels or fused. */
import type { ReadingSentences } from "../../../contract/question";
import { listTrafficReadings } from "./traffic";

const ownWeight = ", without the PReLU's single weight";
const weightsHint =
  "The linear layer cannot compute without its weights. How many bytes are they, next to the activations?";
const unit = (name: string): ReadingSentences => ({
  says: `Every tensor is counted as often as it moves; you gave the result in ${name}.`,
});

const sentences: Readonly<Record<string, ReadingSentences>> = {
  "once-each-way": {
    says: "Each layer reads its input and its parameters once and writes its output once, as you count.",
  },
  "without-slope": {
    says: `Each layer reads its input and weights once and writes its output once${ownWeight}.`,
  },
  kilobytes: unit("kilobytes of 1000 bytes"),
  kibibytes: unit("kibibytes of 1024 bytes"),
  megabytes: unit("megabytes of 1000² bytes"),
  mebibytes: unit("mebibytes of 1024² bytes"),
  "weights-omitted": {
    says: "You counted the activations and left out the linear layer's weights.",
    hint: weightsHint,
  },
  "weights-only": {
    says: "You counted the weights alone.",
    hint: "Activations travel, too: what does each layer read, and what does it write?",
  },
  "one-prelu-pass-no-weights": {
    says: "You counted one pass over the PReLU's activations, and the linear layer's input and output without its weights.",
    hint: "Go through one layer at a time: everything it reads, parameters included, and everything it writes.",
  },
  "one-prelu-pass-one-output": {
    says: "You counted one pass over the PReLU's activations and the linear layer's input, the output of a single sample, and no weights.",
    hint: "Go through one layer at a time: everything it reads, parameters included, and everything it writes, for the whole batch.",
  },
  "intermediate-left-out": {
    says: "You left out the tensor between the layers, as if it never reached memory.",
    hint: "That is what fusing would give. As two layers, what does the first one do with its result, and where does the second one get it?",
  },
  "intermediate-once": {
    says: "You counted every tensor once, the one between the layers too: the memory they take up.",
    hint: "Traffic is not footprint. How often does the tensor between the layers cross the bus?",
  },
  "reads-only": {
    says: "You counted what is read.",
    hint: "Results are written to memory, and writing is traffic as well.",
  },
  elements: {
    says: "You counted elements.",
    hint: "The question asks for bytes: how many does one fp32 number take?",
  },
  "half-precision": { says: "You counted 2 bytes per number.", hint: "The model computes in fp32." },
  "double-precision": { says: "You counted 8 bytes per number.", hint: "The model computes in fp32." },
  bits: { says: "You counted bits.", hint: "The question asks for bytes." },
  "weights-per-sample": {
    says: "You count the linear layer's weights once for every sample.",
    hint: "All samples of a batch share the weights: how often must they be read for one batch?",
  },
  "all-weights-per-sample": {
    says: "You count all weights once for every sample.",
    hint: "All samples of a batch share the weights: how often must they be read for one batch?",
  },
  "slope-per-element": {
    says: "You count the PReLU's weight once for every element.",
    hint: "It is a single number. Must it come from memory each time?",
  },
  "with-bias": {
    says: "You counted a bias.",
    hint: "Look at the formula of the model: the linear layer has none.",
  },
  "batch-ignored": {
    says: "Your bytes are those of one sample, whatever the batch size.",
    hint: "Which of the tensors grow with the batch, and which do not?",
  },
  "unfused-traffic": {
    says: "Your fused model moves as many bytes as the unfused one.",
    hint: "What need no longer be written and read back when one kernel does both layers?",
  },
};

const fusedSentences: Readonly<Record<string, ReadingSentences>> = {
  "once-each-way": {
    says: "The fused kernel reads the input and the parameters once and writes the output once, as you count.",
  },
  "without-slope": {
    says: `The fused kernel reads input and weights once and writes the output once${ownWeight}.`,
  },
  "intermediate-once": {
    says: "You removed one of the two passes over the tensor between the layers.",
    hint: "Inside one kernel this tensor stays on the chip. Which of its passes are left?",
  },
  "slope-per-element": {
    says: "You count one pass over the input too many: the PReLU's weight for every element, or the tensor between the layers.",
    hint: "What has to come from memory again and again inside one kernel, and what stays on the chip?",
  },
};

/** Sentences for every reading of {@link listTrafficReadings}. */
export function sayTraffic(fused: boolean): Record<string, ReadingSentences> {
  const all = fused ? { ...sentences, ...fusedSentences } : sentences;
  const entries = listTrafficReadings(fused).map(({ id }): [string, ReadingSentences] => {
    const sentence = all[id] ?? all[id.replace(/-without-slope$/, "")];
    if (sentence === undefined) throw new RangeError(`the traffic reading "${id}" has no sentence`);
    return [id, sentence];
  });
  return Object.fromEntries(entries);
}
