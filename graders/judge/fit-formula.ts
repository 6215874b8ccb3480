/**
 * The formula behind answers that nothing explains: a sum of at most four terms, each a coefficient from a short list
 * times a product of the input's dimensions. Sparse exact interpolation: every case has to agree, and at least one more
 * case than there are terms.
 */
import type { FormulaTerm } from "../contract/observation";
import { solveLinear } from "./solve-linear";

/** Products of dimensions, by their powers, with their value on every case. */
interface Monomial {
  readonly powers: Readonly<Record<string, number>>;
  readonly values: readonly number[];
}

interface Fit {
  readonly monomials: readonly Monomial[];
  readonly coefficients: readonly number[];
}

const mostTerms = 4;
/** Of more dimensions than that (a network's stages, one by one), products have three factors at most. */
const mostFreeDimensions = 7;
const mostFactorsOfMany = 3;
/** As many sets of monomials are tried; beyond, fewer terms are looked for. */
const mostSets = 20_000;
const largestCoefficient = 64;
/** Costs that the assignment names beyond that, alone and with its multiples. */
const namedCosts: ReadonlySet<number> = new Set([80, 81, 82, 84, 85, 120, 1000, 1024]);

/**
 * @param dimensions values on every case, by name
 * @param numbers the answers, one per case
 * @returns undefined when no such formula holds on all cases
 */
export function fitFormula(
  dimensions: ReadonlyMap<string, readonly number[]>,
  numbers: readonly number[],
): readonly FormulaTerm[] | undefined {
  const varying = dropEqualDimensions([...dimensions]).filter(([, values]) => new Set(values).size > 1);
  const all = dropEqualMonomials(listMonomials(varying, 2).filter((one) => mayBeTerm(one, numbers)));
  const lists = [Number.POSITIVE_INFINITY, 1, 0].map((squares) =>
    all.filter((one) => countSquares(one) <= squares),
  );
  for (let terms = 1; terms <= Math.min(mostTerms, numbers.length - 1); terms++) {
    const monomials = lists.find((list) => countSets(list.length, terms) <= mostSets);
    const fit = monomials && fitTerms(monomials, numbers, terms);
    if (fit !== undefined) return spell(fit);
  }
  return undefined;
}

/** Dimensions that are equal on every case are one. */
function dropEqualDimensions(dimensions: readonly (readonly [string, readonly number[]])[]) {
  const columns = dimensions.map(([, values]) => values.join());
  return dimensions.filter((_, at) => columns.indexOf(columns[at] ?? "") === at);
}

function listMonomials(
  dimensions: readonly (readonly [string, readonly number[]])[],
  highestPower: number,
): readonly Monomial[] {
  const cases = dimensions[0]?.[1].length ?? 0;
  const mostFactors =
    dimensions.length > mostFreeDimensions ? mostFactorsOfMany : highestPower * dimensions.length;
  let monomials: readonly Monomial[] = [{ powers: {}, values: Array(cases).fill(1) }];
  for (const [name, column] of dimensions) {
    monomials = monomials.flatMap((one) =>
      Array.from({ length: 1 + Math.min(highestPower, mostFactors - sumPowers(one)) }, (_, power) => ({
        powers: power === 0 ? one.powers : { ...one.powers, [name]: power },
        values: one.values.map((value, at) => value * (column[at] ?? 0) ** power),
      })),
    );
  }
  return [...monomials].sort((a, b) => sumPowers(a) - sumPowers(b));
}

function countSquares({ powers }: Monomial): number {
  return Object.values(powers).filter((power) => power === 2).length;
}

/** Terms of a sum are not much larger than the sum, but for what little is taken off again. */
function mayBeTerm({ values }: Monomial, numbers: readonly number[]): boolean {
  return values.every((value, at) => value <= 8 * (Math.abs(numbers[at] ?? 0) + 1));
}

function sumPowers({ powers }: Monomial): number {
  return Object.values(powers).reduce((sum, power) => sum + power, 0);
}

/** Of products that are equal on every case, the plainest: no case could tell them apart. */
function dropEqualMonomials(monomials: readonly Monomial[]): readonly Monomial[] {
  const seen = new Set<string>();
  return monomials.filter(({ values }) => {
    const key = values.join();
    return !seen.has(key) && seen.add(key);
  });
}

function countSets(items: number, size: number): number {
  let sets = 1;
  for (let at = 0; at < size; at++) sets *= (items - at) / (at + 1);
  return sets;
}

function fitTerms(
  monomials: readonly Monomial[],
  numbers: readonly number[],
  terms: number,
): Fit | undefined {
  for (const set of listSets(monomials, terms)) {
    const coefficients = solveSet(set, numbers);
    if (coefficients?.every(isShort) && holds(set, coefficients, numbers))
      return { monomials: set, coefficients };
  }
  return undefined;
}

function* listSets(items: readonly Monomial[], size: number, from = 0): Generator<readonly Monomial[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at++) {
    for (const rest of listSets(items, size - 1, at + 1)) yield [items[at] as Monomial, ...rest];
  }
}

/** Coefficients by as many cases as there are terms, spread over all of them; to the nearest quarter. */
function solveSet(set: readonly Monomial[], numbers: readonly number[]): readonly number[] | undefined {
  const step = numbers.length / set.length;
  // Some cases may be too much alike to tell the terms apart.
  for (const shift of [0, 1, 2]) {
    const rows = set.map((_, row) => {
      const at = (Math.floor(row * step) + shift * (row + 1)) % numbers.length;
      return [...set.map(({ values }) => values[at] ?? 0), numbers[at] ?? 0];
    });
    const solution = solveLinear(rows);
    if (solution !== undefined) return solution.map((value) => Math.round(value * 4) / 4);
  }
  return undefined;
}

/** Whole numbers to 64, halves and quarters, and the costs that the task names. */
function isShort(coefficient: number): boolean {
  const size = Math.abs(coefficient);
  return coefficient !== 0 && (size <= largestCoefficient || namedCosts.has(size));
}

function holds(
  set: readonly Monomial[],
  coefficients: readonly number[],
  numbers: readonly number[],
): boolean {
  return numbers.every((number, at) => {
    const terms = set.map(({ values }, term) => (coefficients[term] ?? 0) * (values[at] ?? 0));
    const sum = terms.reduce((a, b) => a + b, 0);
    // Sums of large terms lose their last digits in a double, on our side and on theirs.
    const size = terms.reduce((largest, term) => Math.max(largest, Math.abs(term)), 1);
    return Math.abs(sum - number) <= size * 2 ** -48;
  });
}

function spell({ monomials, coefficients }: Fit): readonly FormulaTerm[] {
  const terms = monomials.map(({ powers }, at) => ({ coefficient: coefficients[at] ?? 0, powers }));
  return terms.sort((a, b) => sumPowers({ ...b, values: [] }) - sumPowers({ ...a, values: [] }));
}
