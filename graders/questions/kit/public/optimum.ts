/** The optimal batch, held against the student's own FLOP and bytes, or recognised as another idea that has a reason. */
import { readCount } from "../../../contract/answers";
import type { Call, Value } from "../../../contract/value";
import { isBetween, readNumber } from "./numbers";
import {
  flopsCalls,
  isSmallestBatch,
  largeModel,
  makeBytesCalls,
  makeDevice,
  readFlops,
  readTraffic,
  type Traffic,
} from "./own-counts";

/** Ridge points in FLOP per byte: from one that a sample reaches to one that no batch does. */
const ridges = [0.1, 110, 300, 500] as const;

/** Own FLOP and own bytes, then the answers. */
export function makeOptimumCalls(
  optimumName: string,
  bytesName: "modelBytes" | "fusedModelBytes",
): readonly Call[] {
  return [
    ...flopsCalls,
    ...makeBytesCalls(bytesName),
    ...ridges.map((ridge) => ({ export: optimumName, args: [largeModel, makeDevice(ridge)] })),
  ];
}

export function findOptimumMismatch(answers: readonly Value[], text: string): string | null {
  const flops = readFlops(answers.slice(0, flopsCalls.length));
  const traffic = readTraffic(answers.slice(flopsCalls.length, -ridges.length));
  if (flops === undefined || traffic === undefined) return null;
  const batches = answers.slice(-ridges.length).map(readBatch);
  const isRight = (batch: number, at: number): boolean =>
    isSmallestBatch(batch, ridges[at] ?? Number.NaN, flops, traffic);
  const isMeant = (batch: number, at: number): boolean => isRight(batch, at) || isOtherIdea(batch, traffic);
  return batches.every(text.trim() === "" ? isRight : isMeant)
    ? null
    : "the smallest batch whose FLOP per byte reach peak divided by bandwidth; null if none does; another idea of optimal needs its reason in explanations; your bytes are read in the unit that you tell them in, KiB as well";
}

/** Batches that the notebook plots. */
const largestPlotted = 64;
/** Shares of the limit that people read off as the knee of the curve. */
const kneeShares = [0.5, 0.9, 0.95, 0.99] as const;
const memoryBytes = makeDevice(1).memory;

/** Largest plotted, largest that fits into memory within a factor of two, or at the knee of the curve. */
function isOtherIdea(batch: number, { perSample, perBatch }: Traffic): boolean {
  const isKnee = kneeShares.some(
    (share) => Math.abs(batch - (share * perBatch) / ((1 - share) * perSample)) <= 1 + 0.01 * batch,
  );
  const fitting = (memoryBytes - perBatch) / perSample;
  return batch === largestPlotted || isBetween(batch, fitting / 3, fitting * 3) || isKnee;
}

export function findClearMismatch(answers: readonly Value[], text: string): string | null {
  const [slowArithmetic, slowMemory] = answers.map(readBatch);
  const isClear = slowArithmetic === 1 && slowMemory === Number.POSITIVE_INFINITY;
  const isOtherIdea = text.trim() !== "" && answers.every(isWholeOrNull);
  return isClear || isOtherIdea ? null : "1 for the first and null for the second";
}

/** Infinite for none; nothing returned, NaN and infinity stand for it, too. */
function readBatch(value: Value): number {
  const isNone = value === null || value === undefined || value === Number.POSITIVE_INFINITY;
  return isNone || Object.is(value, Number.NaN) ? Number.POSITIVE_INFINITY : readNumber(value);
}

export function isWholeOrNull(value: Value): boolean {
  const read = readCount(value);
  return (
    readBatch(value) === Number.POSITIVE_INFINITY ||
    (read.ok && Number.isInteger(Number(read.answer)) && Number(read.answer) >= 1)
  );
}
