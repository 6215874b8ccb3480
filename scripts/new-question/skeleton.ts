/** The files a new question starts from: a small question that works, passes its tests, and is meant to be replaced. */

export interface Skeleton {
  /** Kebab-case: folder, anchor and score key. */
  readonly id: string;
  /** Name of the function students export. */
  readonly exportName: string;
  readonly points: string;
}

/** Path inside the question's folder, and text. */
export type SkeletonFile = readonly [path: string, text: string];

export function listSkeletonFiles(skeleton: Skeleton): readonly SkeletonFile[] {
  return [
    ["statement.md", statement(skeleton)],
    ["question.ts", question(skeleton)],
    ["inputs.ts", inputs(skeleton)],
    ["choices.ts", choices()],
    ["public-checks.ts", publicChecks(skeleton)],
    ["question.test.ts", tests(skeleton)],
    [`samples/${skeleton.points}/product.ts`, sample(skeleton, "rows * columns")],
    ["samples/0/sum.ts", sample(skeleton, "rows + columns")],
  ];
}

const statement = ({ id, exportName }: Skeleton): string => `# ${id}

A matrix of \`rows\` × \`columns\` is multiplied by a vector. Write
\`${exportName}(matrix: { rows: number; columns: number }): number\`, the number of multiplications.
`;

const question = ({
  id,
  exportName,
  points,
}: Skeleton): string => `/** Multiplications of a matrix-vector product: the example this question starts from. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Question } from "../../contract/question";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { entries } from "./choices";
import { listCases, type Matrix } from "./inputs";
import { publicChecks } from "./public-checks";

const part = makeChoicePart({
  id: "${id}",
  points: "${points}",
  export: "${exportName}",
  cases: listCases,
  args: (matrix: Matrix) => [matrix],
  read: readCount,
  isSame: (expected: Count, came: Count) => isSameCount(expected, came),
  reference: { id: "product", says: "Right: every entry of the matrix is multiplied once." },
  choices: { entries },
  answer: (matrix, options) => options.entries(matrix),
});

export const question: Question = {
  id: "${id}",
  points: "${points}",
  parts: [part],
  feedback: {
    title: "${id}",
    expected: "a number: multiplications",
    unexplained: "The count does not follow from the size of the matrix. How many products has a row?",
    readings: collectWords([part]),
  },
  publicChecks,
};
`;

const choices =
  (): string => `/** In what a count may differ, each option with its words: add those that students take. */
import { choose } from "../kit/choice-part";
import type { Matrix } from "./inputs";

export const entries = choose<(matrix: Matrix) => bigint>(
  { id: "all-entries", effect: ({ rows, columns }) => BigInt(rows) * BigInt(columns) },
  {
    id: "sum",
    effect: ({ rows, columns }) => BigInt(rows) + BigInt(columns),
    credit: "0",
    says: "You added the sizes.",
    hint: "How many entries does the matrix have?",
  },
);
`;

const inputs = ({
  id,
}: Skeleton): string => `/** Hidden inputs for ${id}, each with the reason it is there. */
import type { Case, Random } from "../../contract/question";

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
}

export function listCases(random: Random): readonly Case<Matrix>[] {
  const drawn: Matrix = { rows: random.integer(10, 99), columns: random.integer(100, 999) };
  return [
    { id: "single", source: "edge", why: "1, where a sum gives 2", input: { rows: 1, columns: 1 } },
    { id: "drawn", source: "random", why: "sizes nobody can have seen", input: drawn },
  ];
}
`;

const publicChecks = ({
  id,
  exportName,
}: Skeleton): string => `/** What a student can check alone about ${id}. */
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "two-by-three",
    says: "a 2×3 matrix needs six multiplications",
    calls: [{ export: "${exportName}", args: [{ rows: 2, columns: 3 }] }],
    findMismatch: ([answer]) => {
      const read = readCount(answer);
      return read.ok && Number(read.answer) === 6 ? null : "6";
    },
  },
];
`;

const tests = ({
  exportName,
  points,
}: Skeleton): string => `import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

type Answer = (matrix: { rows: number; columns: number }) => unknown;
const judge = (answer: Answer) => judgePartOf([question], { ${exportName}: answer });

test.each([
  ["product", "${points}", (rows: number, columns: number) => rows * columns],
  ["sum", "0", (rows: number, columns: number) => rows + columns],
])("%s is recognised and earns %s", (id, points, count) => {
  const verdict = judge(({ rows, columns }) => count(rows, columns));
  expect(nameFinding(verdict)).toBe(\`reading:\${id}\`);
  expect(verdict.points).toBe(points);
});
`;

const sample = ({ exportName }: Skeleton, formula: string): string =>
  `export function ${exportName}({ rows, columns }: { rows: number; columns: number }): number {
  return ${formula};
}
`;
