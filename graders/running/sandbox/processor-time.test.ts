import { existsSync } from "node:fs";
import { parseLimits } from "../../contract/limits";
import { run } from "../../testing/short-bench";
import { readProcessorMs } from "./processor-time";

const isTold = existsSync(`/proc/self/task/${process.pid}/children`);
/** A function that takes so much of the processor, and one that waits as long. */
const source = `
  export function spend(ms: number): number {
    const end = process.cpuUsage().user + 1000 * ms;
    while (process.cpuUsage().user < end);
    return ms;
  }
  export const wait = (ms: number): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(ms), ms));`;

async function measure(name: string, ms: number): Promise<number> {
  let spentMs = 0;
  const limits = parseLimits({ callMs: 30_000 });
  const onProcessorTime = (one: number): void => {
    spentMs += one;
  };
  await run(source, [[name, ms]], { limits, onProcessorTime });
  return spentMs;
}

test("what a submission takes of the processor is known at its end, in whatever layers it runs", async () => {
  const [spent, waited] = [await measure("spend", 800), await measure("wait", 800)];
  expect(spent).toBeGreaterThanOrEqual(isTold ? 800 : 0);
  expect(spent - waited).toBeGreaterThanOrEqual(isTold ? 400 : 0);
});

test("of a process that is gone nothing is known", () => {
  expect(readProcessorMs(2 ** 30)).toBeNull();
});
