/** Bytes told in a larger unit: the same amount, in kB, MB, GB or their binary siblings. */
export interface ByteUnit {
  readonly name: string;
  readonly bytes: number;
  /** Fewest decimals that still say something: 14.15 MiB, but 0.014 GiB. */
  readonly minDecimals: number;
}

export const byteUnits: readonly ByteUnit[] = [
  { name: "kB", bytes: 1e3, minDecimals: 2 },
  { name: "KiB", bytes: 2 ** 10, minDecimals: 2 },
  { name: "MB", bytes: 1e6, minDecimals: 2 },
  { name: "MiB", bytes: 2 ** 20, minDecimals: 2 },
  { name: "GB", bytes: 1e9, minDecimals: 3 },
  { name: "GiB", bytes: 2 ** 30, minDecimals: 3 },
];

/** Whether a number was told as it is, or rounded to, or cut off after, this many decimals or a few more. */
export function isToldAs(value: number, told: number, minDecimals: number): boolean {
  if (Math.abs(told - value) <= 1e-9 * Math.abs(value)) return true;
  const decimals = Array.from({ length: 6 }, (_, index) => minDecimals + index);
  return decimals.some((places) => {
    const scale = 10 ** places;
    return told === Number(value.toFixed(places)) || told === Math.trunc(value * scale) / scale;
  });
}
