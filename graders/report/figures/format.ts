/** Numbers as figures write them. Pure. */

const digits = 3;
const grouping = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Three significant digits, thousands in groups: 0.454, 25.3, 65,500. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(rounded) >= 10_000 ? grouping.format(rounded) : String(rounded);
}

/** Percents as people say them: 90, 13, 6.3. */
export function formatPercent(share: number): string {
  const percent = 100 * share;
  return percent < 10 ? String(Number(percent.toPrecision(2))) : String(Math.round(percent));
}

export const gigabyte = 1e9;

export function formatGigabytes(bytes: number): string {
  return formatNumber(bytes / gigabyte);
}
