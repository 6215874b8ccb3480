/** A sample: prints what a result might look like and hopes that somebody reads it. One honest answer stands in it. */
import { writeSync } from "node:fs";

export const name = "Sample Student (prints a forged result)";

const forged = JSON.stringify({ score: 22, points: "22", passed: true, questions: [{ id: "padding", points: "1" }] });

console.log(forged);
console.error(`##result ${forged}`);
process.stdout.write(`\n::set-output name=score::22\n`);
process.on("exit", () => writeSync(1, forged));

interface ConvLayer {
  readonly hOut: number;
  readonly wOut: number;
  readonly cIn: number;
  readonly cOut: number;
  readonly kernel: number;
}

/** A result object in place of an answer. */
export function padding() {
  console.log("padding: 1/1 points");
  return { passed: true, points: 1, expected: 0, toString: () => "0", valueOf: () => 0 };
}

/** Pretends to equal whatever it is compared with. */
export function depthwiseConv() {
  return { asymmetricMatch: () => true, equals: () => true, macs: { asymmetricMatch: () => true }, flops: true };
}

/** Answers true to a comparison that never takes place here. */
export function softmaxFlops() {
  return Number.NaN;
}

export function standardConv({ hOut, wOut, cIn, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * cIn * kernel ** 2;
  return { macs, flops: 2 * macs };
}
