/** Choice: the channels of a standard convolution. Every filter spans all input channels. */
import { choose } from "../kit/choice-part";
import type { CountFilters } from "../kit/convolution/parts";

const whichChannels =
  "The two numbers of channels can differ. Which one belongs to the length of a dot product, which one to the number of outputs?";

export const filters = choose<CountFilters>(
  { id: "all-channels", effect: ({ cIn, cOut }) => ({ count: BigInt(cOut), kernels: BigInt(cIn) }) },
  {
    id: "input-channels-forgotten",
    effect: ({ cOut }) => ({ count: BigInt(cOut), kernels: 1n }),
    credit: "0.25",
    says: "You left out the input channels, as a depthwise convolution does.",
    hint: "Every filter of a standard convolution spans all input channels.",
  },
  {
    id: "output-channels-forgotten",
    effect: ({ cIn }) => ({ count: 1n, kernels: BigInt(cIn) }),
    credit: "0.25",
    says: "You counted a single filter.",
    hint: "How many filters does the layer need for its output channels?",
  },
  {
    id: "channels-forgotten",
    effect: () => ({ count: 1n, kernels: 1n }),
    credit: "0",
    says: "You left out the channels altogether.",
    hint: "Every filter spans all input channels, and there is one filter per output channel.",
  },
  {
    id: "input-channels-twice",
    effect: ({ cIn }) => ({ count: BigInt(cIn), kernels: BigInt(cIn) }),
    credit: "0.5",
    says: "You used the input channels for the output channels as well.",
    hint: whichChannels,
  },
  {
    id: "output-channels-twice",
    effect: ({ cOut }) => ({ count: BigInt(cOut), kernels: BigInt(cOut) }),
    credit: "0.5",
    says: "You used the output channels for the input channels as well.",
    hint: whichChannels,
  },
);
