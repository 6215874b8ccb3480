/** Ways to turn bytes into KB and MB: the two right ones and the slips, each for both bases. */

/** A pair (KB, MB) made from a number of bytes. */
export type Conversion = (nBytes: number) => readonly [nKB: number, nMB: number];

/** Bytes per KB: binary or SI. */
export type Base = 1024 | 1000;

/** A slip that can be made with either base. */
export interface Slip {
  readonly id: string;
  readonly credit: string;
  makeConversion(base: Base): Conversion;
}

export function convertProperly(base: Base): Conversion {
  return (nBytes) => [nBytes / base, nBytes / base ** 2];
}

export const slips: readonly Slip[] = [
  { id: "megabytes-one-step", credit: "0.5", makeConversion: (base) => (n) => [n / base, n / base] },
  { id: "megabytes-three-steps", credit: "0.5", makeConversion: (base) => (n) => [n / base, n / base ** 3] },
  { id: "truncated", credit: "0.5", makeConversion: (base) => (n) => applyToBoth(Math.floor, n, base) },
  {
    id: "rounded-to-whole",
    credit: "0.5",
    makeConversion: (base) => (n) => applyToBoth(Math.round, n, base),
  },
  {
    id: "one-decimal",
    credit: "0.5",
    makeConversion: (base) => (n) => applyToBoth((value) => Number(value.toFixed(1)), n, base),
  },
  { id: "taken-as-bits", credit: "0.25", makeConversion: (base) => (n) => [n / 8 / base, n / 8 / base ** 2] },
  {
    id: "converted-to-bits",
    credit: "0.25",
    makeConversion: (base) => (n) => [(n * 8) / base, (n * 8) / base ** 2],
  },
  { id: "swapped", credit: "0.25", makeConversion: (base) => (n) => [n / base ** 2, n / base] },
  { id: "multiplied", credit: "0", makeConversion: (base) => (n) => [n * base, n * base ** 2] },
];

/** KB by one base, MB by the other, all four ways. */
export const mixtures: readonly { readonly id: string; readonly convert: Conversion }[] = [
  { id: "mixed-bases", convert: (n) => [n / 1024, n / 1000 ** 2] },
  { id: "mixed-bases-stepwise", convert: (n) => [n / 1024, n / 1024 / 1000] },
  { id: "mixed-bases-si-first", convert: (n) => [n / 1000, n / 1024 ** 2] },
  { id: "mixed-bases-si-first-stepwise", convert: (n) => [n / 1000, n / 1000 / 1024] },
];

function applyToBoth(round: (value: number) => number, nBytes: number, base: Base): [number, number] {
  return [round(nBytes / base), round(nBytes / base ** 2)];
}
