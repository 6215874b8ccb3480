/** What a FLOP count of batch norm is made of: its exact coefficients, solved from answers for many shapes. */
import type { Count } from "../../contract/answers";
import type { Trial } from "../../contract/question";
import type { Tensor } from "../../contract/value";

/** FLOP per element of (b, c, h, w), and per each group of elements that people take statistics over. */
export interface Coefficients {
  /** of b c h w */
  readonly perElement: bigint;
  /** of c */
  readonly perChannel: bigint;
  /** of c h w */
  readonly perPixel: bigint;
  /** of b c */
  readonly perSampleChannel: bigint;
  /** of b */
  readonly perSample: bigint;
  /** of 1 */
  readonly once: bigint;
}

type Trials = readonly Trial<Tensor, Count>[];

const unknowns = 6;
/** Shapes that a fit needs: more than unknowns, so that some only check that the count is linear in the terms. */
const fewestShapes = 9;

const fits = new WeakMap<Trials, Coefficients | undefined>();

/**
 * The coefficients that give every answer exactly, as whole numbers. Undefined when there are none, or too few shapes.
 *
 * Shapes with one value per channel are left out: a variance over a single value is an error in training mode, and
 * any answer will do.
 */
export function fitCoefficients(trials: Trials): Coefficients | undefined {
  // Each reading asks again about the same answers.
  if (!fits.has(trials)) fits.set(trials, solve(trials));
  return fits.get(trials);
}

/** True for b h w = 1. */
export function hasOneValuePerChannel({ shape }: Tensor): boolean {
  const [b = 0, , h = 0, w = 0] = shape;
  return b * h * w === 1;
}

function solve(trials: Trials): Coefficients | undefined {
  const told = trials.filter(({ input }) => !hasOneValuePerChannel(input));
  if (told.length < fewestShapes || told.some(({ answer }) => !isWhole(answer))) return undefined;
  const solution = solveExactly(told.map(({ input, answer }) => [...listTerms(input), BigInt(answer)]));
  if (solution === undefined) return undefined;
  const [perElement = 0n, perChannel = 0n, perPixel = 0n, perSampleChannel = 0n, perSample = 0n, once = 0n] =
    solution;
  return { perElement, perChannel, perPixel, perSampleChannel, perSample, once };
}

function isWhole(answer: Count): boolean {
  return typeof answer === "bigint" || Number.isInteger(answer);
}

function listTerms({ shape }: Tensor): bigint[] {
  const [b = 0n, c = 0n, h = 0n, w = 0n] = shape.map(BigInt);
  return [b * c * h * w, c, c * h * w, b * c, b, 1n];
}

/** Gauss-Jordan elimination without fractions on rows [terms…, answer]; more rows than unknowns must all agree. */
function solveExactly(equations: readonly (readonly bigint[])[]): readonly bigint[] | undefined {
  let rows = equations;
  for (let column = 0; column < unknowns; column++) {
    const found = rows.findIndex((row, index) => index >= column && row[column] !== 0n);
    const pivot = rows[found];
    if (pivot === undefined) return undefined;
    rows = moveUp(rows, found, column).map((row, index) =>
      index === column ? pivot : eliminate(row, pivot, column),
    );
  }
  if (rows.slice(unknowns).some((row) => row[unknowns] !== 0n)) return undefined;
  return divideOut(rows.slice(0, unknowns));
}

function moveUp<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  const moved = rows.filter((_, index) => index === from);
  const others = rows.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...moved, ...others.slice(to)];
}

function eliminate(row: readonly bigint[], pivot: readonly bigint[], column: number): readonly bigint[] {
  const [own, of] = [row[column] ?? 0n, pivot[column] ?? 0n];
  return own === 0n ? row : row.map((value, index) => value * of - (pivot[index] ?? 0n) * own);
}

/** The unknowns of a diagonal system; undefined unless all are whole. */
function divideOut(rows: readonly (readonly bigint[])[]): readonly bigint[] | undefined {
  const solution = rows.map((row, index) => ({ of: row[unknowns] ?? 0n, by: row[index] ?? 1n }));
  return solution.every(({ of, by }) => of % by === 0n) ? solution.map(({ of, by }) => of / by) : undefined;
}
