import fc from "fast-check";
import { fitFormula } from "./fit-formula";

const dimensions = new Map([
  ["batch", [1, 2, 3, 5, 7, 4, 9, 11, 6, 13]],
  ["channels", [3, 1, 4, 2, 6, 5, 8, 3, 7, 10]],
  ["height", [5, 9, 2, 7, 3, 8, 4, 12, 11, 6]],
  ["width", [4, 6, 10, 3, 8, 2, 7, 5, 9, 14]],
]);
const names = [...dimensions.keys()];

type Powers = Readonly<Record<string, number>>;
type Term = { readonly coefficient: number; readonly powers: Powers };

const evaluate = (terms: readonly Term[]): readonly number[] =>
  Array.from({ length: 10 }, (_, at) =>
    terms.reduce(
      (sum, { coefficient, powers }) =>
        sum +
        Object.entries(powers).reduce(
          (product, [name, power]) => product * (dimensions.get(name)?.[at] ?? 0) ** power,
          coefficient,
        ),
      0,
    ),
  );

const powers = (most: number): fc.Arbitrary<Powers> =>
  fc
    .tuple(...names.map(() => fc.integer({ min: 0, max: most })))
    .map((all) => Object.fromEntries(names.flatMap((name, at) => (all[at] ? [[name, all[at]]] : []))));
const coefficient = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constantFrom(0.25, 0.5, 1.5, 80, 1000));
const sums = (count: number, most: number) =>
  fc.uniqueArray(fc.record({ coefficient, powers: powers(most) }), {
    minLength: count,
    maxLength: count,
    selector: ({ powers: own }) => JSON.stringify(own),
  });

test.each([
  ["one term", 1, 2, 200],
  ["two terms", 2, 2, 60],
  ["three terms", 3, 1, 40],
  ["four terms", 4, 1, 25],
])("a sum of %s is written as what it is", (_, count, most, numRuns) => {
  fc.assert(
    fc.property(sums(count, most), (terms) => {
      const numbers = evaluate(terms);
      const found = fitFormula(dimensions, numbers);
      expect(found).toBeDefined();
      expect(evaluate(found ?? [])).toEqual(numbers);
    }),
    { numRuns, seed: 1 },
  );
});

test.each([
  ["random numbers", [17, 93, 2, 480, 31, 77, 1009, 5, 66, 42]],
  ["a coefficient that a program made up", evaluate([{ coefficient: 284_753, powers: { batch: 1 } }])],
  ["a root", [...(dimensions.get("batch") ?? [])].map(Math.sqrt)],
  [
    "five terms",
    evaluate([
      { coefficient: 3, powers: {} },
      ...names.map((name) => ({ coefficient: 7, powers: { [name]: 1 } })),
    ]),
  ],
])("%s are no formula", (_, numbers) => {
  expect(fitFormula(dimensions, numbers)).toBeUndefined();
});

test("with as many terms as cases anything would fit, and nothing is claimed", () => {
  expect(fitFormula(new Map([["batch", [1, 2]]]), [5, 8])).toBeUndefined();
});
