/** What the benches measure with. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** @returns milliseconds that the task took */
export function time(task: () => unknown): number {
  const startMs = performance.now();
  task();
  return performance.now() - startMs;
}

/** A bare start of Node, with no environment: certificates that it names would be read at every one. */
export const timeBareStart = (): number => time(() => spawnSync(process.execPath, ["-e", "0"], { env: {} }));

/** @returns the upper one of two in the middle; NaN of none */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
