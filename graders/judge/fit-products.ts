/**
 * Whether whole or quarter numbers are some sum of products of the input's dimensions, each dimension once at most in a
 * product: exact elimination modulo a prime. Which sum is not told; `fit-formula.ts` finds the short ones.
 */

const prime = 2n ** 61n - 1n;
/** Beyond, there are more products than cases could tell apart. */
const mostDimensions = 6;
/** Cases more than there are products: fewer would let chance through. */
const leastSurplus = 3;

/**
 * @param dimensions values on every case, by name
 * @param numbers the answers, one per case
 * @returns undefined where the cases are too few to tell
 */
export function areSumsOfProducts(
  dimensions: ReadonlyMap<string, readonly number[]>,
  numbers: readonly number[],
): boolean | undefined {
  const columns = dropEqualColumns([...dimensions.values()]).filter((column) => new Set(column).size > 1);
  if (columns.length > mostDimensions || !columns.flat().every(Number.isSafeInteger)) return undefined;
  const quarters = numbers.map((one) => 4 * one);
  if (!quarters.every(Number.isInteger)) return undefined;
  const rows = new Map(
    quarters.map((number, at) => {
      const row = [...listProducts(columns.map((column) => BigInt(column[at] ?? 0))), BigInt(number)];
      return [row.join(), row.map(reduce)];
    }),
  );
  const { rank, isConsistent } = eliminate([...rows.values()]);
  if (!isConsistent) return false;
  return rows.size - rank >= leastSurplus ? true : undefined;
}

function dropEqualColumns(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(columns.map((column) => [column.join(), column])).values()];
}

function listProducts(values: readonly bigint[]): readonly bigint[] {
  let products: readonly bigint[] = [1n];
  for (const value of values) products = [...products, ...products.map((one) => one * value)];
  return products;
}

function reduce(value: bigint): bigint {
  return ((value % prime) + prime) % prime;
}

/** Rows of [A | y]; consistent if some x solves all of them. */
function eliminate(rows: bigint[][]): { readonly rank: number; readonly isConsistent: boolean } {
  const width = (rows[0]?.length ?? 1) - 1;
  let rank = 0;
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    [rows[at], rows[rank]] = [rows[rank] as bigint[], pivot];
    const inverse = power(pivot[column] ?? 1n, prime - 2n);
    for (let below = rank + 1; below < rows.length; below++)
      subtract(rows[below] as bigint[], pivot, column, inverse);
    rank++;
  }
  return { rank, isConsistent: rows.slice(rank).every((row) => row[width] === 0n) };
}

function subtract(row: bigint[], pivot: readonly bigint[], column: number, inverse: bigint): void {
  const share = ((row[column] ?? 0n) * inverse) % prime;
  if (share === 0n) return;
  for (let at = column; at < row.length; at++) row[at] = reduce((row[at] ?? 0n) - share * (pivot[at] ?? 0n));
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, base, exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
