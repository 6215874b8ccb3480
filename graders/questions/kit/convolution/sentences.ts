/** What a student reads about the MACs and FLOPs of a convolution, standard or depthwise. */
import type { ReadingSentences } from "../../../contract/question";
import { flopRules } from "./flops-readings";

type SentencesById = Readonly<Record<string, ReadingSentences>>;

const statedOutput =
  "The output size is given: one dot product belongs to each output pixel of each output channel, nothing else.";
const fieldsOfAMac =
  "A MAC is one multiplication and one addition. Which of the two counts is the larger one?";

const swapped: ReadingSentences = { says: "MACs and FLOPs are swapped.", hint: fieldsOfAMac };
const halved: ReadingSentences = {
  says: "You mixed MACs and FLOPs: your FLOPs are half of the MACs.",
  hint: "Which of the two contains two operations?",
};

/** Conventions and slips of the two numbers themselves. */
export const countSentences: SentencesById = {
  "mac-per-tap": { says: "Right: one MAC per weight of the filter and output value." },
  "two-flops-per-mac": { says: "Right: each MAC is a multiplication and an addition, two FLOPs." },
  "exact-additions": { says: "Right: you counted K - 1 additions for a sum of K terms." },
  "with-bias": { says: "Right: you counted the addition of a bias to each output." },
  "macs/bias-as-mac": { says: "Right: you counted the bias as one more MAC per output." },
  "flops/bias-as-mac": { says: "Right: you counted the bias as one more MAC, two FLOPs, per output." },
  "valid-taps": { says: "Right: you left out multiplications by padded zeros." },
  "valid-taps-exact-additions": {
    says: "Right: you left out padded zeros, and counted K - 1 additions for a sum of K terms.",
  },
  "valid-taps-with-bias": { says: "Right: you left out padded zeros, and counted the addition of a bias." },
  "valid-taps-bias-as-mac": {
    says: "Right: you left out padded zeros, and counted the bias as one more MAC per output.",
  },
  swapped,
  "swapped-exact-additions": swapped,
  "swapped-with-bias": swapped,
  "swapped-bias-as-mac": swapped,
  "doubled-twice": {
    says: "Your MACs are FLOPs already, and your FLOPs count every operation twice.",
    hint: "Count the multiplications alone: that is the number of MACs. Then the operations in each MAC.",
  },
  "mac-as-one-flop": {
    says: "You mixed MACs and FLOPs: you counted a MAC as a single FLOP.",
    hint: "A MAC is a multiplication and an addition: how many operations is that?",
  },
  "own-macs-as-flops": {
    says: "You mixed MACs and FLOPs: your two numbers are the same.",
    hint: "A MAC is a multiplication and an addition: how many operations is that?",
  },
  "half-of-the-macs": halved,
  "half-of-the-macs-cut": halved,
  "twice-own-macs": {
    says: "Your FLOPs are twice your MACs, as they should be; it is the MACs that are off.",
    hint: "Find the MACs first: the length of one dot product, times the number of output values.",
  },
};

const flopsForMacs: ReadingSentences = {
  says: "You mixed MACs and FLOPs: you gave the number of FLOPs where MACs are asked.",
  hint: "A multiplication with its addition is one MAC. How many multiplications are there?",
};

/** Conventions of adding that FLOPs for MACs can carry along. */
export const flopsForMacsSentences: SentencesById = Object.fromEntries(
  flopRules.map(({ suffix }) => [`flops-for-macs${suffix}`, flopsForMacs]),
);

const samePadded: ReadingSentences = {
  says: 'You worked with the output that "same" padding would give.',
  hint: statedOutput,
};

/** Another number of output pixels than the one stated. */
export const pixelSentences: SentencesById = {
  "input-size": {
    says: "You counted a dot product for every input pixel.",
    hint: "There is one dot product per output pixel. Which size does the layer state for its output?",
  },
  "same-padded-output": samePadded,
  "same-padded-output-cut": samePadded,
  "same-padded-output-half-kernel": samePadded,
  "unpadded-output": {
    says: "You worked with the output that no padding would give.",
    hint: statedOutput,
  },
  "height-squared": {
    says: "You squared the height of the output.",
    hint: "Height and width can differ: use both.",
  },
  "width-squared": {
    says: "You squared the width of the output.",
    hint: "Height and width can differ: use both.",
  },
};

/** The sentences about slips, under each id that a slip has where its FLOPs are counted by another rule. */
export function listForRules(slips: SentencesById): SentencesById {
  const entries = Object.entries(slips).flatMap(([id, sentences]) =>
    flopRules.map(({ suffix }): [string, ReadingSentences] => [`${id}${suffix}`, sentences]),
  );
  return Object.fromEntries(entries);
}
