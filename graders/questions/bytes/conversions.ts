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
  ...listWholeNumbers("truncated", Math.floor),
  ...listWholeNumbers("rounded-to-whole", Math.round),
  ...listWholeNumbers("rounded-up", Math.ceil),
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

/** Whole numbers for both amounts or for one of them, the other exact. */
function listWholeNumbers(id: string, round: (value: number) => number): readonly Slip[] {
  const make = (
    suffix: string,
    roundPair: (nKB: number, nMB: number) => readonly [number, number],
  ): Slip => ({
    id: `${id}${suffix}`,
    credit: "0.5",
    makeConversion: (base) => (nBytes) => {
      const [nKB, nMB] = convertProperly(base)(nBytes);
      return roundPair(nKB, nMB);
    },
  });
  return [
    make("", (nKB, nMB) => [round(nKB), round(nMB)]),
    make("-kilobytes", (nKB, nMB) => [round(nKB), nMB]),
    make("-megabytes", (nKB, nMB) => [nKB, round(nMB)]),
  ];
}
