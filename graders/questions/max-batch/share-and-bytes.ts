/** A share of something and some bytes, both solved for from what each case keeps free. */
import type { Interval } from "../../contract/choice";
import type { Range } from "./rounding";

/** One case: between so many bytes are kept, and of so many is the share. */
export interface Band extends Range {
  readonly whole: number;
}

/** Where share and bytes may lie. */
export interface Limits {
  readonly share: Interval;
  readonly bytes: Interval;
}

/** The share with which there are bytes that hold every case. */
export type KeepBoth = (bands: readonly Band[]) => Interval | undefined;

/** What no share and no bytes within the limits can be: most ways of counting are given up by their first cases. */
export function isPossible({ whole, least, most }: Band, { share, bytes }: Limits): boolean {
  const shared = Math.max(0, whole);
  return most >= Math.min(bytes.least, share.least * shared) && least <= share.most * shared + bytes.most;
}

const only = (share: number): Interval => ({ least: share, most: share });

/** The sum of both. */
export function findSum(bands: readonly Band[], { share, bytes }: Limits): Interval | undefined {
  // How many bytes may be kept beside a share: a band between a convex and a concave line, so its widest place is found by thirds.
  const slack = (kept: number): number =>
    bands.reduce((room, { whole, most }) => Math.min(room, most - kept * whole), bytes.most) -
    bands.reduce((need, { whole, least }) => Math.max(need, least - kept * whole), bytes.least);
  let { least, most } = share;
  for (let step = 0; step < 60; step++) {
    const third = (most - least) / 3;
    if (slack(least + third) < slack(most - third)) least += third;
    else most -= third;
  }
  const kept = (least + most) / 2;
  return slack(kept) >= 0 ? only(kept) : undefined;
}

/** The larger of both: as much of each as no case forbids, or nothing would do. */
export function findLarger(bands: readonly Band[], limits: Limits): Interval | undefined {
  const open = bands.filter(isNarrow);
  const share = open.reduce((kept, { whole, most }) => Math.min(kept, most / whole), limits.share.most);
  const bytes = open.reduce((kept, { most }) => Math.min(kept, most), limits.bytes.most);
  const isHeld =
    share >= limits.share.least &&
    bytes >= limits.bytes.least &&
    open.every(({ whole, least }) => whole > 0 && Math.max(share * whole, bytes) >= least);
  return isHeld ? only(share) : undefined;
}

/** The smaller of both: as little of each as every case asks for, or nothing would do. */
export function findSmaller(bands: readonly Band[], limits: Limits): Interval | undefined {
  const open = bands.filter(isNarrow);
  const share = open.reduce((kept, { whole, least }) => Math.max(kept, least / whole), limits.share.least);
  const bytes = open.reduce((kept, { least }) => Math.max(kept, least), limits.bytes.least);
  const isHeld =
    share <= limits.share.most &&
    bytes <= limits.bytes.most &&
    open.every(({ whole, most }) => whole > 0 && Math.min(share * whole, bytes) <= most);
  return isHeld ? only(share) : undefined;
}

/** Where nothing is left to keep a share of, any amount leaves no sample. */
const isNarrow = ({ whole, least, most }: Band): boolean =>
  whole > 0 || least > 0 || most < Number.POSITIVE_INFINITY;
