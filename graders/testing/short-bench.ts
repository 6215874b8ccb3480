/** For tests of running: one bench for a test file, under short limits. After no test may anything be left running. */
import { mebibyte } from "../../reference/byte-sizes";
import { parseLimits } from "../contract/limits";
import type { RunResult } from "../running/run/run-result";
import { type AskedCall, type Bench, openBench, type Setting, type Source, shorten } from "./run-source";

export const limits = parseLimits({ callMs: 700, loadMs: 2000, printedBytes: mebibyte });
let bench: Bench;

beforeAll(async () => {
  bench = await openBench(limits);
}, 60_000);
afterAll(() => bench.close());

afterEach(async () => expect(await bench.findLeftovers()).toEqual([]));

/** Once tests run. */
export const getBench = (): Bench => bench;

export function run(source: Source, calls: readonly AskedCall[], setting?: Setting): Promise<RunResult> {
  return bench.run(source, calls, setting);
}

/** Outcomes in their short form. */
export async function ask(
  source: Source,
  calls: readonly AskedCall[],
  setting?: Setting,
): Promise<readonly unknown[]> {
  return shorten((await run(source, calls, setting)).outcomes);
}

export const honest = "export function honest(x: number) { return 2 * x; }\n";
