/** Fits y = k · x₁^p₁ · x₂^p₂ … by least squares on the logarithms. */

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
  const solution = solve(makeNormalEquations(rows, logarithms));
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

/** Gauss-Jordan elimination with pivoting; undefined for a singular system. */
function solve(system: number[][]): readonly number[] | undefined {
  const size = system.length;
  for (let column = 0; column < size; column++) {
    const pivot = findPivot(system, column);
    if (Math.abs(system[pivot]?.[column] ?? 0) < 1e-9) return undefined;
    [system[column], system[pivot]] = [system[pivot] as number[], system[column] as number[]];
    eliminate(system, column);
  }
  return system.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function findPivot(system: readonly (readonly number[])[], column: number): number {
  const sizes = system.map((row, index) => (index < column ? -1 : Math.abs(row[column] ?? 0)));
  return sizes.indexOf(Math.max(...sizes));
}

function eliminate(system: number[][], column: number): void {
  const pivotRow = system[column] ?? [];
  for (const [index, row] of system.entries()) {
    if (index === column) continue;
    const share = (row[column] ?? 0) / (pivotRow[column] ?? 1);
    for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - share * (pivotRow[at] ?? 0);
  }
}
