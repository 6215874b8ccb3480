/** Hidden inputs for batch norm: shapes that separate elements, channels, pixels and samples from one another. */
import type { Case, Random } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { repeatTile } from "../kit/public/repeat-tile";

/** Values do not matter to the count; a short tile of them travels as one. */
const tile = [0.5, -1.25, 2, 0, -0.75, 1.5, -3];

function fillTensor(shape: readonly [b: number, c: number, h: number, w: number]): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  return { shape, data: repeatTile(length, tile) };
}

const fixedCases: readonly Case<Tensor>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's own input; a batch of 4 hides 4 c h w behind one operation per element",
    input: fillTensor([4, 3, 220, 220]),
  },
  {
    id: "one-sample",
    source: "edge",
    why: "a batch of one: per pixel and per element are the same here, and only here",
    input: fillTensor([1, 5, 3, 2]),
  },
  {
    id: "all-different",
    source: "edge",
    why: "four different sizes, none of them 4",
    input: fillTensor([2, 3, 5, 7]),
  },
  {
    id: "larger-batch",
    source: "edge",
    why: "the same with another batch: what does not grow with it shows",
    input: fillTensor([6, 3, 5, 7]),
  },
  { id: "even", source: "edge", why: "more samples than channels", input: fillTensor([7, 2, 4, 4]) },
  {
    id: "one-pixel",
    source: "edge",
    why: "one pixel: per pixel and per channel are the same here",
    input: fillTensor([3, 8, 1, 1]),
  },
  {
    id: "one-channel",
    source: "edge",
    why: "one channel: per channel and once for all are the same here",
    input: fillTensor([5, 1, 6, 2]),
  },
  { id: "column", source: "edge", why: "height without width", input: fillTensor([2, 6, 9, 1]) },
  { id: "many-samples", source: "edge", why: "a batch that dominates", input: fillTensor([16, 2, 1, 5]) },
  { id: "many-channels", source: "edge", why: "channels that dominate", input: fillTensor([2, 33, 3, 4]) },
  {
    id: "one-value",
    source: "edge",
    why: "one value per channel has no variance: an error is as good as a count",
    input: fillTensor([1, 4, 1, 1]),
  },
];

export function listCases(random: Random): readonly Case<Tensor>[] {
  const drawn = Array.from({ length: 4 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: fillTensor([
      random.integer(2, 9),
      random.integer(2, 12),
      random.integer(2, 12),
      random.integer(2, 12),
    ]),
  }));
  return [...fixedCases, ...drawn];
}
