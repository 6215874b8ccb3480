/** By UTF-16 code units, so that no language of a machine decides; 0 for equal ones. Pure. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
