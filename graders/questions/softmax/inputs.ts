/** Hidden inputs for softmax: shapes that separate rows, columns and entries. */
import type { Case, Random } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { repeatTile } from "../kit/public/repeat-tile";

/** Values do not matter to the count; a short tile of them travels as one. */
const tile = [0, 1.5, -2, 0.25, 3];

function fillMatrix(b: number, n: number, values: readonly number[] = tile): Tensor {
  return { shape: [b, n], data: repeatTile(b * n, values) };
}

const fixedCases: readonly Case<Tensor>[] = [
  {
    id: "notebook",
    source: "notebook",
    why: "the notebook's own input, all zeros",
    input: fillMatrix(4, 32, [0]),
  },
  {
    id: "one-entry",
    source: "edge",
    why: "a single value: one exponential, one division, and an addition or none",
    input: fillMatrix(1, 1),
  },
  {
    id: "one-column",
    source: "edge",
    why: "rows of one value: n - 1 additions are none",
    input: fillMatrix(7, 1),
  },
  { id: "one-row", source: "edge", why: "a batch of one hides the batch", input: fillMatrix(1, 9) },
  { id: "square", source: "edge", why: "rows and columns are as long", input: fillMatrix(5, 5) },
  { id: "wide", source: "edge", why: "rows much longer than columns", input: fillMatrix(3, 170) },
  { id: "tall", source: "edge", why: "columns much longer than rows", input: fillMatrix(64, 10) },
  {
    id: "vocabulary",
    source: "edge",
    why: "long rows, as over a vocabulary: quadratic counts run away",
    input: fillMatrix(2, 5000),
  },
  {
    id: "vocabulary-larger-batch",
    source: "edge",
    why: "the same rows, more of them: what does not grow with the batch shows",
    input: fillMatrix(6, 5000),
  },
];

export function listCases(random: Random): readonly Case<Tensor>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "sizes nobody can have seen",
    input: fillMatrix(random.integer(2, 40), random.integer(2, 60)),
  }));
  return [...fixedCases, ...drawn];
}
