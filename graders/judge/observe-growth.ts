/** How answers grow with each dimension of the input, beside how they should: quadratic where linear is right. */
import type { Observation } from "../contract/observation";
import { listPairs, type Observed } from "./observed";
import { fitPowers } from "./power-fit";

/** How far from a whole number a measured power may lie. */
const slack = 0.1;

export function observeGrowth(seen: Observed): readonly Observation[] {
  const expected = toNumbers(seen.expectations[0]?.answers);
  const came = toNumbers(seen.trials.map((trial) => trial.answer));
  if (expected === undefined || came === undefined) return [];
  const byPairs = [...seen.dimensions].flatMap(([dimension, values]) =>
    comparePowers(
      dimension,
      measurePower(seen, dimension, values, expected),
      measurePower(seen, dimension, values, came),
    ),
  );
  return byPairs.length > 0 ? byPairs : compareFits(seen, expected, came);
}

/** Positive numbers only: others have no logarithm. */
function toNumbers(answers: readonly unknown[] | undefined): readonly number[] | undefined {
  const numbers = answers?.map((answer) =>
    typeof answer === "number" || typeof answer === "bigint" ? Number(answer) : Number.NaN,
  );
  return numbers?.every((value) => value > 0) ? numbers : undefined;
}

/** The power with which numbers grow between inputs that differ in one dimension only, if it is always the same. */
function measurePower(
  seen: Observed,
  dimension: string,
  values: readonly number[],
  numbers: readonly number[],
): number | undefined {
  const powers = listPairs(seen, dimension).map(
    ([a, b]) =>
      Math.log((numbers[b] ?? 0) / (numbers[a] ?? 0)) / Math.log((values[b] ?? 0) / (values[a] ?? 0)),
  );
  const [first] = powers;
  const isOne = first !== undefined && powers.every((power) => Math.abs(power - first) < slack);
  return isOne ? first : undefined;
}

function comparePowers(
  dimension: string,
  expected: number | undefined,
  came: number | undefined,
): readonly Observation[] {
  if (expected === undefined || came === undefined) return [];
  const [right, given] = [Math.round(expected), Math.round(came)];
  const isClear = Math.abs(expected - right) < slack && Math.abs(came - given) < slack;
  return isClear && right !== given ? [{ kind: "growth", dimension, expected: right, came: given }] : [];
}

/** Where no two inputs differ in one dimension only: a power law through all of them, if one fits. */
function compareFits(
  { dimensions }: Observed,
  expected: readonly number[],
  came: readonly number[],
): readonly Observation[] {
  const varying = [...dimensions].filter(([, values]) => new Set(values).size > 1);
  if (varying.some(([, values]) => values.some((value) => value <= 0))) return [];
  const columns = varying.map(([, values]) => values);
  const [right, given] = [fitPowers(columns, expected), fitPowers(columns, came)];
  return varying.flatMap(([dimension], index) => comparePowers(dimension, right?.[index], given?.[index]));
}
