/** In which unit the student's own estimate is told, and whether it is held against the memory in that one. */
import type { Earlier } from "../../contract/earlier";
import { findOwnNeeds } from "./own-estimate";

/** A sample counted in another unit is a thousand times larger or smaller: then this is not the unit that was meant. */
const isLike = (own = Number.NaN, perSample: number): boolean => own < 30 * perSample && perSample < 30 * own;

/** How far a sample is from some whole number of times what it takes: slips double, and units of one name differ by 2 %. */
const findOff = (own: number, perSample: number): number => {
  const times = Math.log2(own / perSample);
  return Math.abs(times - Math.round(times));
};

/** The unit of the same name that is decimal where this one is binary, and the reverse. */
export const siblings: ReadonlyMap<number, number> = new Map(
  [1, 2, 3].flatMap((power) => [
    [1000 ** power, 1024 ** power],
    [1024 ** power, 1000 ** power],
  ]),
);

/** Of both units of one name, the one in which the totals were told. */
export function isMeantUnit(earlier: Earlier, bytes: number, perSample: number): boolean {
  const [own, other] = [bytes, siblings.get(bytes) ?? bytes].map(
    (unit) => findOwnNeeds(earlier, unit)?.perSample,
  );
  return isLike(own, perSample) && findOff(own ?? 0, perSample) <= findOff(other ?? 0, perSample);
}

const toldUnits = ["larger-unit", "rough-unit", "coarse-unit"];

/** Gigabytes are no bytes: whoever divides the GPU's bytes by them forgets the unit, and carries nothing. */
export const isInUnit = (earlier: Earlier): boolean =>
  toldUnits.some((id) => earlier.reading("adam-peak")?.has(id));

export const bytesAlone = { name: "bytes", bytes: 1 };

export const isMeant = (earlier: Earlier, bytes: number, perSample: number): boolean =>
  (bytes === 1 && !isInUnit(earlier)) || isMeantUnit(earlier, bytes, perSample);
