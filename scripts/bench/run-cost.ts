/**
 * What one submission costs, as a ratio to a bare `node -e 0` started with the same scrubbed environment. Both are
 * taken in turns within one run, so the ratio holds on a busy machine too.
 *
 *   node -r ts-node/register scripts/bench/run-cost.ts [rounds] [calls]
 */
import { performance } from "node:perf_hooks";
import { parseLimits } from "../../graders/contract/limits";
import { encodeCall } from "../../graders/contract/wire";
import { startCompiler } from "../../graders/running/compile/compile";
import { runSubmission } from "../../graders/running/run/run";
import { startProcess } from "../../graders/running/sandbox/process";
import { createSandbox } from "../../graders/running/sandbox/sandbox";
import { median } from "./timing";

const source = `
export function standardConv(layer: { kernel: number; cIn: number; cOut: number; hOut: number; wOut: number }) {
  const macs = layer.kernel ** 2 * layer.cIn * layer.cOut * layer.hOut * layer.wOut;
  return { macs, flops: 2 * macs };
}
export function softmaxFlops(x: { shape: readonly number[] }): number {
  const [b = 0, n = 0] = x.shape;
  return b * (43 * n - 1);
}
`;

async function main(rounds: number, callCount: number): Promise<void> {
  const limits = parseLimits();
  const compiler = startCompiler(limits);
  const sandbox = await createSandbox("auto", limits, compiler);
  const text = { path: "submission.ts", text: source, bytes: source.length };
  const compiled = await compiler.compile({ entry: "submission.ts", files: [text] });
  if (!compiled.ok) throw new Error(compiled.says.code);
  const calls = Array.from({ length: callCount }, (_, i) => encodeCall(makeCall(i)));
  const bare = { file: process.execPath, args: ["-e", "0"], env: { PATH: "/nonexistent" }, cwd: "/" };
  const measures: Readonly<Record<string, () => Promise<unknown>>> = {
    bare: async () => (await startProcess(bare)).exited,
    none: () => runSubmission(compiled, [], { sandbox, limits }),
    full: () => runSubmission(compiled, calls, { sandbox, limits }),
  };
  for (const measure of Object.values(measures)) await measure();
  const times: Record<string, number[]> = { bare: [], none: [], full: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(measures)) times[name]?.push(await time(measure));
  }
  await sandbox.close();
  await compiler.close();
  const bareMs = median(times.bare ?? []);
  for (const [name, list] of Object.entries(times)) {
    console.log(
      `${name.padEnd(6)} ${median(list).toFixed(1)} ms  ${(median(list) / bareMs).toFixed(2)} x bare node`,
    );
  }
}

function makeCall(i: number): { export: string; args: readonly unknown[] } {
  return i % 2 === 0
    ? { export: "standardConv", args: [{ kernel: 3, cIn: i, cOut: 64, hOut: 56, wOut: 56 }] }
    : { export: "softmaxFlops", args: [{ shape: [i, 10], data: new Float32Array(10 * i) }] };
}

async function time(task: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await task();
  return performance.now() - startMs;
}

main(Number(process.argv[2] ?? 31), Number(process.argv[3] ?? 300));
