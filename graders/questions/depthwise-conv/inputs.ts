/** Hidden layers for depthwise convolution: as many output as input channels, and sizes that tell height from width. */
import type { Case, Random } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";
import { type LayerPlan, makeLayer } from "../kit/convolution/make-layer";

/** One filter per channel: as many channels come out as go in. */
function makeDepthwise({
  channels,
  ...plan
}: Omit<LayerPlan, "cIn" | "cOut"> & { channels: number }): ConvLayer {
  return makeLayer({ ...plan, cIn: channels, cOut: channels });
}

const fixedCases: readonly Case<ConvLayer>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's own layer",
    input: makeDepthwise({ hIn: 11, wIn: 11, channels: 16, kernel: 3 }),
  },
  {
    id: "one-mac",
    source: "edge",
    why: "the smallest layer: one MAC, no addition if they are counted exactly",
    input: makeDepthwise({ hIn: 1, wIn: 1, channels: 1, kernel: 1 }),
  },
  {
    id: "strided",
    source: "edge",
    why: "stride 2 with padding, as networks for phones have it",
    input: makeDepthwise({ hIn: 28, wIn: 28, channels: 32, kernel: 3, stride: 2, padding: 1 }),
  },
  {
    id: "wide",
    source: "edge",
    why: "height and width differ, output pixels are fewer than input pixels",
    input: makeDepthwise({ hIn: 20, wIn: 31, channels: 10, kernel: 5, padding: 1 }),
  },
  {
    id: "one-tap",
    source: "edge",
    why: "a kernel of 1 has no neighbours",
    input: makeDepthwise({ hIn: 14, wIn: 9, channels: 8, kernel: 1 }),
  },
  {
    id: "even-kernel",
    source: "edge",
    why: "half of an even kernel, rounded up or down, is not half of one less: paddings of one's own differ",
    input: makeDepthwise({ hIn: 17, wIn: 13, channels: 11, kernel: 4 }),
  },
  {
    id: "large-kernel",
    source: "edge",
    why: "a 7 x 7 kernel that keeps the size: k and k squared are far apart, many taps are padding",
    input: makeDepthwise({ hIn: 56, wIn: 40, channels: 96, kernel: 7, padding: 3 }),
  },
  {
    id: "huge",
    source: "edge",
    why: "a count beyond 2^32, of few enough outputs for a loop over them, and few enough taps of a channel",
    input: makeDepthwise({ hIn: 271, wIn: 271, channels: 2 ** 16, kernel: 2 ** 8 }),
  },
];

function drawLayer(random: Random): ConvLayer {
  const kernel = random.pick([2, 3, 4, 5, 7]);
  const drawSize = (): number => random.integer(kernel + 2, 60);
  return makeDepthwise({
    hIn: drawSize(),
    wIn: drawSize(),
    channels: random.integer(2, 80),
    kernel,
    stride: random.pick([1, 1, 2, 3]),
    padding: random.integer(0, kernel - 1),
  });
}

export function listCases(random: Random): readonly Case<ConvLayer>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: drawLayer(random),
  }));
  return [...fixedCases, ...drawn];
}
