/** Systems of a few linear equations, by Gauss-Jordan elimination with pivoting. */

/** What is left of a column's largest number where rounding alone leaves something. */
const rounding = 2 ** -40;

/** @param system rows of [A | y], changed by the call @returns x of Ax = y; undefined for a singular system */
export function solveLinear(system: number[][]): readonly number[] | undefined {
  const size = system.length;
  const largest = system.map((_, column) =>
    system.reduce((most, row) => Math.max(most, Math.abs(row[column] ?? 0)), 0),
  );
  for (let column = 0; column < size; column++) {
    const pivot = findPivot(system, column);
    if (Math.abs(system[pivot]?.[column] ?? 0) <= rounding * (largest[column] ?? 0)) return undefined;
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
