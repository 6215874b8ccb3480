/** How the student's own counts are asked for, and what of their answers is a count at all. */
import { readReal } from "../../../contract/answers";
import type { Earlier } from "../../../contract/earlier";
import type { PReLULinear } from "../../../contract/value";

/** Where batches of these sizes lie on a line, the line speaks for all others. */
export const lineBatches = [1, 2, 3];

/** Counts that are the same for these two at one batch size do not look at the model: nothing follows from them. */
export const probes: readonly [PReLULinear, PReLULinear] = [
  { inFeatures: 3, outFeatures: 5 },
  { inFeatures: 7, outFeatures: 11 },
];
export const probeBatch = 2;

/**
 * As large as what is drawn, and of three proportions: what is counted once for a model hardly shows, what is counted once
 * for each of its inputs and outputs does.
 */
export const largeProbes: readonly PReLULinear[] = [
  { inFeatures: 200, outFeatures: 10 },
  { inFeatures: 10, outFeatures: 200 },
  { inFeatures: 200, outFeatures: 200 },
];
export const largeBatch = 8;

export function nameCall(name: string, batchSize: number, { inFeatures, outFeatures }: PReLULinear): string {
  return `${name}/${batchSize}/${inFeatures}x${outFeatures}`;
}

/** Whether counts that `consultFlops` or `consultTraffic` asked for look at the model at all. */
export function dependsOnModel(earlier: Earlier, name: string): boolean {
  const of = name === "modelFlops" ? `${name}/negative` : name;
  const [first, second] = probes.map((probe) => readPositive(earlier, nameCall(of, probeBatch, probe)));
  return first !== undefined && second !== undefined && first !== second;
}

export function readPositive(earlier: Earlier, name: string): number | undefined {
  const read = readReal(earlier.answer(name));
  return read.ok && read.answer > 0 ? read.answer : undefined;
}
