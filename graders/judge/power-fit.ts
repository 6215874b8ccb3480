/** Fits y = k · x₁^p₁ · x₂^p₂ … by least squares on the logarithms. */
import { solveLinear } from "./solve-linear";

/** Largest root-mean-square error, in natural logarithms, at which numbers still follow a power law. */
const largestError = 0.1;

/**
 * @param columns one list per x, all positive, each as long as `numbers`
 * @param numbers the y, all positive
 * @returns the powers, or undefined when there are too few numbers, the columns depend on one another, or no power
 *   law fits
 */
export function fitPowers(
  columns: readonly (readonly number[])[],
  numbers: readonly number[],
): readonly number[] | undefined {
  if (numbers.length < columns.length + 3) return undefined;
  const rows = numbers.map((_, index) => [1, ...columns.map((column) => Math.log(column[index] ?? 1))]);
  const logarithms = numbers.map(Math.log);
  const solution = solveLinear(makeNormalEquations(rows, logarithms));
  if (solution === undefined) return undefined;
  const errors = rows.map((row, index) => multiplyRows(row, solution) - (logarithms[index] ?? 0));
  const error = Math.sqrt(multiplyRows(errors, errors) / errors.length);
  return error <= largestError ? solution.slice(1) : undefined;
}

function multiplyRows(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Rows of [AᵀA | Aᵀy]. */
function makeNormalEquations(rows: readonly (readonly number[])[], y: readonly number[]): number[][] {
  const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? 0));
  return columns.map((a) => [...columns.map((b) => multiplyRows(a, b)), multiplyRows(a, y)]);
}
