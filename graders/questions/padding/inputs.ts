/** Hidden inputs for padding: layers whose output size an integer symmetric padding can give, each with its reason. */
import type { Case, Random } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";

type Size = readonly [high: number, wide: number];

/** The layer a kernel, a stride and a chosen padding make of an input size. */
function makeLayer(
  [hIn, wIn]: Size,
  { kernel, stride, padding }: { readonly kernel: number; readonly stride: number; readonly padding: number },
): ConvLayer {
  const sizeOf = (input: number): number => Math.floor((input + 2 * padding - kernel) / stride) + 1;
  return { hIn, wIn, cIn: 16, hOut: sizeOf(hIn), wOut: sizeOf(wIn), cOut: 16, kernel, stride };
}

const fixedCases: readonly Case<ConvLayer>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's own layer",
    input: makeLayer([11, 11], { kernel: 3, stride: 1, padding: 0 }),
  },
  {
    id: "same-3",
    source: "edge",
    why: "same padding is right here, so 'always 0' is told apart",
    input: makeLayer([11, 11], { kernel: 3, stride: 1, padding: 1 }),
  },
  {
    id: "same-7",
    source: "edge",
    why: "p = 3 separates (k-1)/2 from k-1",
    input: makeLayer([14, 14], { kernel: 7, stride: 1, padding: 3 }),
  },
  {
    id: "valid-5",
    source: "edge",
    why: "no padding with a larger kernel",
    input: makeLayer([28, 28], { kernel: 5, stride: 1, padding: 0 }),
  },
  {
    id: "full-3",
    source: "edge",
    why: "full padding p = k-1: the output is larger than the input",
    input: makeLayer([9, 9], { kernel: 3, stride: 1, padding: 2 }),
  },
  {
    id: "stem",
    source: "edge",
    why: "224 to 112 with k = 7, s = 2: the exact equation gives 2.5, the floor rule 3",
    input: makeLayer([224, 224], { kernel: 7, stride: 2, padding: 3 }),
  },
  {
    id: "strided-3",
    source: "edge",
    why: "stride 2 with k = 3: half a pixel by the equation, 1 by the floor rule",
    input: makeLayer([32, 32], { kernel: 3, stride: 2, padding: 1 }),
  },
  {
    id: "wide",
    source: "edge",
    why: "height and width differ",
    input: makeLayer([20, 31], { kernel: 5, stride: 1, padding: 1 }),
  },
  {
    id: "patchify",
    source: "edge",
    why: "kernel equals stride, nothing to pad",
    input: makeLayer([224, 224], { kernel: 4, stride: 4, padding: 0 }),
  },
  {
    id: "half-a-pixel-over",
    source: "edge",
    why: "the equation gives minus half a pixel: rounding down and cutting the fraction off differ",
    input: makeLayer([10, 10], { kernel: 3, stride: 3, padding: 0 }),
  },
  {
    id: "gaps",
    source: "edge",
    why: "a kernel smaller than the stride: two pixels at the border are not used",
    input: makeLayer([7, 7], { kernel: 2, stride: 3, padding: 0 }),
  },
];

/** A layer whose equations give these totals, both sides together: its height's and its width's; they differ by less than a stride. */
function drawWithTotals(random: Random, [high, wide]: Size, padding: number): ConvLayer {
  const [stride, kernel] = [random.integer(5, 6), random.pick([5, 7, 9])];
  const sizeFor = (total: number): number => stride * random.integer(2, 7) + kernel - total;
  return makeLayer([sizeFor(high), sizeFor(wide)], { kernel, stride, padding });
}

const drawSize = (random: Random, least: number, most: number): Size => [
  random.integer(least, most),
  random.integer(least, most),
];

type Draw = (random: Random) => ConvLayer;

/** What only such layers tell apart is told of none that can be looked up. */
const drawnEdges: readonly (readonly [id: string, why: string, draw: Draw])[] = [
  [
    "overhang",
    "the equation gives a negative total: pixels at the border are simply not used",
    (random) => drawWithTotals(random, [-2, -2], 0),
  ],
  [
    "width-decides",
    "the height needs no padding and the width two pixels: neither the height nor the mean of both will do",
    (random) => drawWithTotals(random, [0, 4], 2),
  ],
  [
    "height-decides",
    "the width needs no padding and the height two pixels: neither the width nor the mean of both will do",
    (random) => drawWithTotals(random, [4, 0], 2),
  ],
  [
    "width-decides-by-one",
    "the height needs one pixel and the width two: at least one does not hide it",
    (random) => drawWithTotals(random, [2, 3], 2),
  ],
  [
    "height-decides-by-one",
    "the width needs one pixel and the height two: at least one does not hide it",
    (random) => drawWithTotals(random, [3, 2], 2),
  ],
  [
    "full-9",
    "full padding of a large kernel: a search for p must not stop before k - 1",
    (random) => makeLayer(drawSize(random, 16, 30), { kernel: 9, stride: 1, padding: 8 }),
  ],
  [
    "small-image",
    "a kernel larger than the image: a search for p must not stop at half of it",
    (random) => makeLayer(drawSize(random, 4, 5), { kernel: 7, stride: 1, padding: 3 }),
  ],
  [
    "nearly-all-padding",
    "more padding than output: a search for p must not stop at the output's size",
    (random) => makeLayer(drawSize(random, 11, 12), { kernel: 9, stride: 3, padding: 8 }),
  ],
];

/** Strides above 1 may need less than a layer was made from: most draws do not, and stride 1 never does. */
const mostDraws = 50;

/** A random layer with this smallest padding, which is less than its kernel: more is never of use. */
function drawLayer(random: Random, padding: number): ConvLayer {
  const kernel = random.pick([2, 3, 4, 5, 7, 9].filter((one) => one > padding));
  const draw = (stride: number): ConvLayer => {
    const [hIn, wIn] = [random.integer(kernel + 3, 64), random.integer(kernel + 3, 64)];
    return makeLayer([hIn, wIn], { kernel, stride, padding });
  };
  const stride = random.pick([1, 1, 2, 3]);
  for (let tries = 0; tries < mostDraws; tries++) {
    const layer = draw(stride);
    if (listNeeds(layer).every((one) => one === padding)) return layer;
  }
  return draw(1);
}

/** Of height and width: where they differ, some throw or tell both, and so many layers do under every seed. */
function listNeeds({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): readonly number[] {
  const totals = [stride * (hOut - 1) + kernel - hIn, stride * (wOut - 1) + kernel - wIn];
  return totals.map((total) => Math.max(0, Math.ceil(total / 2)));
}

/**
 * A search for the padding ends somewhere. Where it has to end later is the same under every seed: the drawn layers need
 * none, 1, 2 and 3, and what needs more is above.
 */
export function listCases(random: Random): readonly Case<ConvLayer>[] {
  const paddings = [0, random.integer(0, 1), 1, 2, random.integer(1, 2), 3];
  const drawn = paddings.map((padding, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: drawLayer(random, padding),
  }));
  const edges = drawnEdges.map(([id, why, draw]) => ({
    id,
    source: "edge" as const,
    isDrawn: true as const,
    why,
    input: draw(random),
  }));
  return [...fixedCases, ...edges, ...drawn];
}
