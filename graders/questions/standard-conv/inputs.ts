/** Hidden layers for standard convolution: sizes that tell height from width, and input from output channels. */
import type { Case, Random } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";
import { makeLayer } from "../kit/convolution/make-layer";

const fixedCases: readonly Case<ConvLayer>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's own layer",
    input: makeLayer({ hIn: 11, wIn: 11, cIn: 16, cOut: 16, kernel: 3 }),
  },
  {
    id: "one-mac",
    source: "edge",
    why: "the smallest layer: one MAC, no addition if they are counted exactly",
    input: makeLayer({ hIn: 1, wIn: 1, cIn: 1, cOut: 1, kernel: 1 }),
  },
  {
    id: "stem",
    source: "edge",
    why: "few input channels, many output channels, stride 2 and padding",
    input: makeLayer({ hIn: 224, wIn: 224, cIn: 3, cOut: 64, kernel: 7, stride: 2, padding: 3 }),
  },
  {
    id: "wide",
    source: "edge",
    why: "height and width differ, output pixels are fewer than input pixels",
    input: makeLayer({ hIn: 20, wIn: 31, cIn: 6, cOut: 10, kernel: 5, padding: 1 }),
  },
  {
    id: "wide-more-filters",
    source: "edge",
    why: "the same with more output channels: what does not grow with them shows",
    input: makeLayer({ hIn: 20, wIn: 31, cIn: 6, cOut: 30, kernel: 5, padding: 1 }),
  },
  {
    id: "wide-more-inputs",
    source: "edge",
    why: "the same with more input channels: what does not grow with them shows",
    input: makeLayer({ hIn: 20, wIn: 31, cIn: 18, cOut: 10, kernel: 5, padding: 1 }),
  },
  {
    id: "pointwise",
    source: "edge",
    why: "a kernel of 1 has no neighbours",
    input: makeLayer({ hIn: 14, wIn: 9, cIn: 32, cOut: 8, kernel: 1 }),
  },
  {
    id: "tall-strided",
    source: "edge",
    why: "stride 2 on an uneven image: padding that keeps the size at stride 1 gives another output",
    input: makeLayer({ hIn: 33, wIn: 12, cIn: 5, cOut: 7, kernel: 3, stride: 2 }),
  },
  {
    id: "even-kernel",
    source: "edge",
    why: "half of an even kernel, rounded up or down, is not half of one less: paddings of one's own differ",
    input: makeLayer({ hIn: 17, wIn: 13, cIn: 9, cOut: 11, kernel: 4 }),
  },
  {
    id: "deep",
    source: "edge",
    why: "many channels on a few padded pixels: most taps at the border are zeros",
    input: makeLayer({ hIn: 7, wIn: 5, cIn: 512, cOut: 256, kernel: 3, padding: 1 }),
  },
  {
    id: "huge",
    source: "edge",
    why: "a count beyond 2^53, of few enough outputs for loops over them and their taps",
    input: makeLayer({ hIn: 34, wIn: 34, cIn: 2 ** 30, cOut: 1024, kernel: 3 }),
  },
];

function drawLayer(random: Random): ConvLayer {
  const kernel = random.pick([2, 3, 4, 5, 7]);
  const drawSize = (): number => random.integer(kernel + 2, 60);
  return makeLayer({
    hIn: drawSize(),
    wIn: drawSize(),
    cIn: random.integer(2, 40),
    cOut: random.integer(41, 80),
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
