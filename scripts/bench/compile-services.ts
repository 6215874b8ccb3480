/**
 * ts-node's compile service with swc against the same service with TypeScript's own transpiler. Every source is
 * another one, since a repeated text measures caches, and both take turns within one run.
 */
import { create, type Service } from "ts-node";
import { createBench, parseCount, runBench } from "./run-bench";
import { median, time } from "./timing";

const functionsPerSource = 12;

function writeSource(seed: number): string {
  const parts = Array.from({ length: functionsPerSource }, (_, i) => {
    const name = `count${seed}_${i}`;
    return `
/** Counts part ${i} of layer ${seed}. */
export function ${name}(layer: { readonly kernel: number; readonly cIn: number }, scale: number = ${seed + i}): { macs: number; flops: number } {
  const squares: readonly number[] = [layer.kernel ** 2, ${seed}, ${i}];
  const macs = squares.reduce((sum: number, one: number) => sum + one * layer.cIn, 0) * scale;
  if (macs < 0) throw new RangeError(\`negative: \${macs}\`);
  return { macs, flops: 2 * macs };
}`;
  });
  return parts.join("\n");
}

function main(sources: number): void {
  const compilerOptions = { module: "commonjs", target: "es2022", esModuleInterop: true, types: [] };
  const services: Record<string, Service> = {};
  for (const [name, options] of Object.entries({
    swc: { swc: true },
    transpileOnly: { transpileOnly: true },
  })) {
    const startMs = time(() => {
      services[name] = create({ ...options, skipProject: true, compilerOptions });
    });
    const firstMs = time(() => services[name]?.compile(writeSource(sources), "/submission/first.ts"));
    console.log(`${name}: service ${startMs.toFixed(0)} ms, first source ${firstMs.toFixed(0)} ms`);
  }
  const times: Record<string, number[]> = { swc: [], transpileOnly: [] };
  for (let i = 0; i < sources; i += 1) {
    const source = writeSource(i);
    for (const [name, list] of Object.entries(times)) {
      list.push(time(() => services[name]?.compile(source, `/submission/${i}.ts`)));
    }
  }
  const [swc = Number.NaN, plain = Number.NaN] = Object.values(times).map(median);
  console.log(
    `settled: swc ${swc.toFixed(2)} ms, transpileOnly ${plain.toFixed(2)} ms, ratio ${(plain / swc).toFixed(1)}`,
  );
}

const command = createBench(
  "compile-services",
  "What compiling costs with swc, and with TypeScript's own transpiler.",
).argument("[sources]", "sources that are compiled", parseCount, 200);

runBench(command, () => main(command.processedArgs[0]));
