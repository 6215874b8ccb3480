/** The curve of the arithmetic intensity, held against the student's own FLOP and bytes. */
import { readReals } from "../../../contract/answers";
import type { Call, Value } from "../../../contract/value";
import { isBetween } from "./numbers";
import { findIntensity, flopsCalls, largeModel, makeBytesCalls, readFlops, readTraffic } from "./own-counts";

const batchSizes = [1, 10, 100, 1000];
/** For roundings to two decimals or three digits, and a weight of the PReLU. */
const tolerance = 0.02;

/** Own FLOP and own bytes, then the curve. */
export function makeCurveCalls(
  curveName: string,
  bytesName: "modelBytes" | "fusedModelBytes",
): readonly Call[] {
  return [...flopsCalls, ...makeBytesCalls(bytesName), { export: curveName, args: [batchSizes, largeModel] }];
}

export function findCurveMismatch(answers: readonly Value[]): string | null {
  const flops = readFlops(answers.slice(0, flopsCalls.length));
  const traffic = readTraffic(answers.slice(flopsCalls.length, -1));
  const curve = readReals(answers.at(-1));
  if (flops === undefined || traffic === undefined || !curve.ok) return null;
  const isOwn = batchSizes.every((samples, at) => {
    const { least, most } = findIntensity(flops, traffic, samples);
    return isBetween(curve.answer[at] ?? Number.NaN, least * (1 - tolerance), most * (1 + tolerance));
  });
  return isOwn
    ? null
    : "your FLOP divided by your bytes, in FLOP per byte; your bytes are read in the unit that you tell them in, KiB as well";
}
