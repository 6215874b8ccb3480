/** Hidden inputs for PReLU: matrices whose values separate one way of counting from another. */
import type { Case, Random } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { repeatTile } from "../kit/public/repeat-tile";

function makeMatrix(rows: number, columns: number, values: readonly number[]): Tensor {
  return { shape: [rows, columns], data: repeatTile(rows * columns, values) };
}

const edges: readonly Omit<Case<Tensor>, "source">[] = [
  {
    id: "all-positive",
    why: "nothing is multiplied, so 0 is right, and only here",
    input: makeMatrix(3, 5, [0.5, 2, 7.25]),
  },
  {
    id: "all-negative",
    why: "every entry is multiplied: the count meets its upper bound",
    input: makeMatrix(2, 7, [-1, -0.25, -3.5]),
  },
  { id: "one-entry", why: "the smallest input", input: makeMatrix(1, 1, [-2]) },
  { id: "signed-zeros", why: "both zeros are <= 0 and are multiplied", input: makeMatrix(1, 2, [0, -0]) },
  {
    id: "many-zeros",
    why: "zeros tell < from <=, and > from >=",
    input: makeMatrix(5, 6, [0, 1, -1, 0, 3, -0, 2]),
  },
  {
    id: "infinities",
    why: "-Infinity is negative, Infinity is not",
    input: makeMatrix(2, 3, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1]),
  },
  {
    id: "subnormals",
    why: "the tiniest numbers have a sign: a threshold instead of 0 shows",
    input: makeMatrix(2, 4, [2 ** -149, -(2 ** -149), 1, 2 ** -127, -(2 ** -127)]),
  },
  {
    id: "nan",
    why: "NaN is neither above nor below 0: multiplied or not by how the branch is written",
    input: makeMatrix(2, 4, [Number.NaN, -1, 2, 0, -3]),
  },
  { id: "no-rows", why: "an empty batch", input: makeMatrix(0, 6, []) },
  { id: "no-columns", why: "empty rows", input: makeMatrix(5, 0, []) },
  {
    id: "mostly-positive",
    why: "larger, with few negative entries: far from half",
    input: makeMatrix(48, 50, [1, 2, 3, 4, -5, 6, 7, 8, 9, 10, 11]),
  },
];

/** A normally distributed number (Box and Muller, 1958). */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.real(0, 1)));
  return radius * Math.cos(2 * Math.PI * random.real(0, 1));
}

/** Values of both signs with zeros among them, in a proportion of their own. */
function drawMatrix(random: Random): Tensor {
  const shift = random.real(-1, 1);
  const length = random.integer(11, 60);
  const values = Array.from({ length }, () =>
    random.integer(0, 6) === 0 ? 0 : Math.fround(drawNormal(random) + shift),
  );
  return makeMatrix(random.integer(2, 40), random.integer(3, 40), [0, -1, 1, ...values]);
}

export function listCases(random: Random): readonly Case<Tensor>[] {
  const notebook = Array.from({ length: 4 * 128 }, () => drawNormal(random));
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "values nobody can have seen, with zeros among them",
    input: drawMatrix(random),
  }));
  return [
    {
      id: "notebook",
      source: "notebook",
      why: "the notebook's shape, filled with normally distributed values",
      input: makeMatrix(4, 128, notebook),
    },
    ...edges.map((edge) => ({ ...edge, source: "edge" as const })),
    ...drawn,
  ];
}
