/** Mean, median and distribution of totals, exact until they are drawn. Pure. */
import { comparePoints, meanPoints, ratioOfPoints, roundPoints } from "../contract/points";
import { findQuartiles } from "./correlation";

/** Mean with two decimals, rounded half up; null for no totals. */
export function formatMean(totals: readonly string[]): string | null {
  const mean = meanPoints(totals);
  return mean === null ? null : roundPoints(mean);
}

/** "3.00 – 13.25": the middle half of the totals; null for no totals. */
export function formatQuartiles(totals: readonly string[]): string | null {
  const quartiles = findQuartiles(totals.map(Number));
  if (quartiles === null) return null;
  const [first, , third] = quartiles;
  return `${roundPoints(String(first))} – ${roundPoints(String(third))}`;
}

/** Middle total, or the mean of the middle two, with two decimals; null for no totals. */
export function formatMedian(totals: readonly string[]): string | null {
  const sorted = [...totals].sort(comparePoints);
  const middle = (sorted.length - 1) / 2;
  const median = meanPoints(sorted.slice(Math.floor(middle), Math.ceil(middle) + 1));
  return median === null ? null : roundPoints(median);
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const mostBins = 12;
const binWidths = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 100_000] as const;

/** Equal bins of a round width, at most twelve; a total on an edge counts above it, full marks in the last bin. */
export function countTotals(totals: readonly string[], maxPoints: string): readonly Bin[] {
  const max = Number(maxPoints);
  const width = binWidths.find((one) => max / one <= mostBins) ?? max;
  const bins = Math.max(1, Math.ceil(max / width));
  const indexes = totals.map((total) => Math.min(bins - 1, Math.floor(ratioOfPoints(total, String(width)))));
  return Array.from({ length: bins }, (_, index) => ({
    from: index * width,
    to: Math.min(max, (index + 1) * width),
    count: indexes.filter((one) => one === index).length,
  }));
}
