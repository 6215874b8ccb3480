/** For tests: a small assignment with samples, on which every release check passes. */

import { type Count, isSameCount, readCount } from "../contract/answers";
import type { Assignment } from "../contract/assignment";
import type { CallPart, Question, Reading } from "../contract/question";
import type { Implementation, Material, Sample, Solution } from "../verify/material";

export interface Box {
  readonly rows: number;
  readonly columns: number;
}

type BoxReading = Reading<Box, Count>;

export const areaReadings: readonly BoxReading[] = [
  {
    id: "product",
    kind: "reference",
    credit: "1",
    by: "value",
    answer: ({ rows, columns }) => rows * columns,
  },
  {
    id: "with-border",
    kind: "convention",
    credit: "1",
    by: "value",
    answer: (box) => (box.rows + 2) * (box.columns + 2),
  },
  {
    id: "doubled",
    kind: "misconception",
    credit: "0.5",
    by: "value",
    answer: ({ rows, columns }) => 2 * rows * columns,
  },
  { id: "square", kind: "misconception", credit: "0.25", by: "value", answer: ({ rows }) => rows * rows },
  {
    id: "rounded",
    kind: "misconception",
    credit: "0.75",
    by: "rule",
    accepts: (trials) =>
      trials.every(
        ({ input, answer }) => Number(answer) === Math.ceil((input.rows * input.columns) / 10) * 10,
      ),
  },
];

const areaPart: CallPart<Box, Count> = {
  kind: "call",
  id: "area",
  points: "1",
  export: "area",
  cases: (random) => [
    { id: "notebook", source: "notebook", why: "the notebook's box", input: { rows: 11, columns: 11 } },
    { id: "flat", source: "edge", why: "separates sides", input: { rows: 1, columns: 317 } },
    { id: "tall", source: "edge", why: "separates sides", input: { rows: 129, columns: 2 } },
    {
      id: "drawn",
      source: "random",
      why: "unseen",
      input: { rows: random.integer(100, 900), columns: random.integer(100, 900) },
    },
  ],
  args: ({ rows, columns }) => [rows, columns],
  read: readCount,
  isSame: isSameCount,
  readings: areaReadings,
};

export const areaQuestion: Question = {
  id: "area",
  points: "1",
  parts: [areaPart],
  feedback: {
    title: "Area",
    unexplained: "Count the cells of one row first.",
    expected: "a number of cells",
    readings: Object.fromEntries(
      areaReadings.map(({ id }) => [id, { says: `You counted it as ${id}.`, hint: "Count the cells." }]),
    ),
  },
  publicChecks: [
    {
      id: "one-cell",
      says: "a box of one cell has one",
      calls: [{ export: "area", args: [1, 1] }],
      findMismatch: ([area]) => (area === 1 ? null : "1"),
    },
  ],
};

/** The area question with other readings or cases, or whatever else a test wants to be wrong. */
export function changeArea(
  change: Partial<Pick<CallPart<Box, Count>, "readings" | "cases" | "points">>,
  question: Partial<Question> = {},
): Question {
  return { ...areaQuestion, parts: [{ ...areaPart, ...change } as CallPart], ...question };
}

export const areaCases = areaPart.cases;

/** The floor question: carried forward from the area. */
export const priceQuestion: Question = {
  ...areaQuestion,
  id: "price",
  parts: [
    {
      ...areaPart,
      id: "price",
      export: "price",
      consults: ({ rows, columns }: Box) => ({ area: { export: "area", args: [rows, columns] } }),
      readings: [
        {
          id: "three-each",
          kind: "reference",
          credit: "1",
          by: "value",
          answer: (box: Box) => 3 * box.rows * box.columns,
        },
        {
          id: "own-area",
          kind: "carried",
          credit: "1",
          by: "value",
          answer: (_: Box, earlier) => {
            const read = readCount(earlier.answer("area"));
            return read.ok ? 3 * Number(read.answer) : undefined;
          },
        },
        {
          id: "per-row",
          kind: "misconception",
          credit: "0.5",
          by: "value",
          answer: (box: Box) => 3 * box.rows,
        },
      ],
    } as CallPart<Box, Count>,
  ],
  feedback: {
    ...areaQuestion.feedback,
    readings: {
      "three-each": { says: "Each cell costs three." },
      "own-area": { says: "This follows from your own area." },
      "per-row": { says: "You counted rows.", hint: "Count cells." },
    },
  },
  publicChecks: [],
};

export const toyAssignment: Assignment = {
  id: "toy",
  title: "Toy",
  questions: [areaQuestion, priceQuestion],
};

export function makeSolution(name: string, implementation: Implementation): Solution {
  return { name, path: `/${name}`, implementation, explanations: {} };
}

export function makeSample(name: string, implementation: Implementation): Sample {
  return { ...makeSolution(name, implementation), points: name.split("/")[1] ?? "" };
}

const area = (rows: number, columns: number): number => rows * columns;
const notYet = (): never => {
  throw new Error("area: not answered yet");
};

export const toyMaterial: Material = {
  reference: makeSolution("reference", {
    area,
    price: (rows: number, columns: number) => 3 * area(rows, columns),
  }),
  fullMarks: makeSolution("full", { area, price: (rows: number, columns: number) => 3 * rows * columns }),
  starter: makeSolution("starter", { area: notYet }),
  others: [
    makeSolution("doubles", { area: (rows: number, columns: number) => 2 * rows * columns }),
    makeSolution("odd", { area: (rows: number, columns: number) => 2 * rows * columns + 5 }),
  ],
  questions: new Map([
    [
      "area",
      {
        statement:
          "# Area\n\nHow many cells has a box of `rows` and `columns`? The notebook's box is 11 by 11.",
        samples: [
          makeSample("area/1/product", { area }),
          makeSample("area/1/with-border", { area: (r: number, c: number) => area(r + 2, c + 2) }),
          makeSample("area/0.5/doubled", { area: (r: number, c: number) => 2 * area(r, c) }),
          makeSample("area/0.25/square", { area: (r: number) => r * r }),
          makeSample("area/0.75/rounded", { area: (r: number, c: number) => Math.ceil((r * c) / 10) * 10 }),
          makeSample("area/0/hard-coded", { area: () => 121 }),
        ],
      },
    ],
    [
      "price",
      {
        statement: "# Price\n\nEach cell costs three.",
        samples: [
          makeSample("price/1/three-each", { price: (r: number, c: number) => 3 * r * c }),
          makeSample("price/1/own-area", { area: (r: number) => r, price: (r: number) => 3 * r }),
          makeSample("price/0.5/per-row", { price: (r: number) => 3 * r }),
          makeSample("price/0/hard-coded", { price: () => 363 }),
        ],
      },
    ],
  ]),
};
