/** Points that are left of a maximum after several credits: decimals without the dust of binary fractions. Pure. */

const places = 4;

/** @param max and credits are decimals: "2", "0.25" */
export function multiplyOut(max: string, credits: readonly string[]): string {
  const product = credits.reduce((left, credit) => left * Number(credit), Number(max));
  return String(Number(product.toFixed(places)));
}
