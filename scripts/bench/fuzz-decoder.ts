/**
 * A long random run against what reads a child's bytes: frames cut anywhere, valid answers with bytes changed, text
 * nested and repeated. Nothing may throw, and memory must stay flat.
 */

import { parseLimits } from "../../graders/contract/limits";
import type { Random } from "../../graders/contract/question";
import { createRandom } from "../../graders/judge/random";
import { decodeValue } from "../../graders/running/sandbox/decode-value";
import { encodeFrame, FrameReader } from "../../graders/running/sandbox/frames";
import { mebibyte } from "../../reference/byte-sizes";
import { createBench, parseCount, runBench } from "./run-bench";

const limits = parseLimits({ answerNodes: 10_000, answerStringLength: 10_000 });
const maxFrameBytes = mebibyte;
const seeds = [
  '{"macs":1,"flops":[2,{"$bigint":"3"}]}',
  '{"$number":"NaN"}',
  '[{"$undefined":true},{"$opaque":"Date"},-0.5e300,"\\ud800",null,true]',
  '{"$$tag":{"__proto__":1},"constructor":{"prototype":[]}}',
  "[[[[[[[[1]]]]]]]]",
];
const pieces = [
  "[",
  "]",
  "{",
  "}",
  '"',
  ",",
  ":",
  "$",
  '"$bigint":',
  '"__proto__":',
  "1e999",
  "\\u0000",
  "9".repeat(6000),
];

const openings = [
  ["[", "]"],
  ['{"a":', "}"],
  ['[{"a":', "}]"],
] as const;

function nest([open, close]: readonly [string, string], depth: number): string {
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

function makeText(random: Random): string {
  const text = random.pick(seeds);
  switch (random.integer(0, 3)) {
    case 0:
      return nest(random.pick(openings), random.integer(1, 20_000));
    case 1:
      return `[${`${text},`.repeat(random.integer(1, 500))}0]`;
    default: {
      let mutated = text;
      for (let i = random.integer(1, 8); i > 0; i -= 1) {
        const at = random.integer(0, mutated.length);
        mutated = mutated.slice(0, at) + random.pick(pieces) + mutated.slice(at + random.integer(0, 3));
      }
      return mutated;
    }
  }
}

function feed(reader: FrameReader, bytes: Buffer, random: Random): void {
  for (let at = 0; at < bytes.length; ) {
    const size = random.integer(1, 4096);
    for (const body of reader.push(bytes.subarray(at, at + size)) ?? []) decodeValue(body.toString(), limits);
    at += size;
  }
}

function measureHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

function main(seconds: number, seed: string): void {
  const random = createRandom(seed, "fuzz-decoder");
  const counts: Record<string, number> = {};
  const endMs = Date.now() + 1000 * seconds;
  let heap = 0;
  let rounds = 0;
  for (; Date.now() < endMs; rounds += 1) {
    const text = makeText(random);
    const { kind } = decodeValue(text, limits);
    counts[kind] = (counts[kind] ?? 0) + 1;
    feed(new FrameReader(maxFrameBytes), encodeFrame(text), random);
    const noise = Buffer.from(Array.from({ length: random.integer(0, 64) }, () => random.integer(0, 255)));
    feed(new FrameReader(maxFrameBytes), noise, random);
    if (rounds === 1000) heap = measureHeap();
  }
  const grownMebibytes = (measureHeap() - heap) / mebibyte;
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  console.log(`${rounds} texts in ${seconds} s, seed ${seed}: ${JSON.stringify(counts)}`);
  console.log(
    `nothing threw; live memory grew by ${grownMebibytes.toFixed(1)} MiB, peak ${peakMebibytes.toFixed(0)} MiB`,
  );
}

const command = createBench(
  "fuzz-decoder",
  "Random bytes against what reads a child's answers; start Node with --expose-gc.",
)
  .argument("[seconds]", "how long", parseCount, 60)
  .argument("[seed]", "seed of the bytes", "ridgepoint");

runBench(command, () => main(command.processedArgs[0], command.processedArgs[1]));
