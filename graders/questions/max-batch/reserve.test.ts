/** Room that is kept as a share and some bytes together, beside every other way of counting. */
import type { Gpu, ModelMemory } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type Keep = (memory: number, rest: number) => number;

const gib = 2 ** 30;

const pairs: readonly (readonly [string, Keep])[] = [
  ["the larger of a tenth and a gibibyte", (memory) => Math.max(0.1 * memory, gib)],
  ["the larger of a twentieth and 2 GB", (memory) => Math.max(0.05 * memory, 2e9)],
  ["the larger of a fifth of the rest and 600 MB", (_, rest) => Math.max(0.2 * rest, 0.6e9)],
  ["the smaller of a fifth and a gibibyte", (memory) => Math.min(0.2 * memory, gib)],
  ["the smaller of a tenth of the rest and 1.5 GB", (_, rest) => Math.min(0.1 * rest, 1.5e9)],
  ["a twentieth and half a gibibyte", (memory) => 0.05 * memory + 0.5 * gib],
  ["a tenth of the rest and a gigabyte", (_, rest) => 0.1 * rest + 1e9],
];

interface Slip {
  readonly copies?: number;
  readonly perSample?: number;
  readonly round?: (samples: number) => number;
  readonly least?: number;
}

const slips: readonly (readonly [string, string, Slip])[] = [
  ["no slip", "1", {}],
  ["room for the step", "1", { copies: 5 }],
  ["gradients forgotten", "0.5", { copies: 3 }],
  ["moments forgotten", "0.25", { copies: 2 }],
  ["activations doubled", "0.75", { perSample: 2 }],
  ["rounded up", "0.5", { round: Math.ceil }],
  ["rounded to the nearest", "0.5", { round: Math.round }],
  ["at least one", "0.75", { least: 1 }],
  ["gradients forgotten and rounded up", "0.25", { copies: 3, round: Math.ceil }],
];

const fillBeside =
  (keep: Keep, { copies = 4, perSample = 1, round = Math.floor, least = 0 }: Slip) =>
  (model: ModelMemory, { memory }: Gpu): number => {
    const rest = memory - 4 * copies * model.params;
    const samples = (rest - keep(memory, rest)) / (perSample * model.activationBytesPerSample);
    return Math.max(least, round(samples));
  };

const judge = (maxBatchSize: (model: ModelMemory, gpu: Gpu) => unknown, seed: string) =>
  judgePartOf([question], { maxBatchSize }, { seed }).points;

describe.each(pairs)("%s", (_, keep) => {
  test.each(slips)("beside %s earn %s", (_name, points, slip) => {
    for (const seed of ["one", "two"]) expect(judge(fillBeside(keep, slip), seed)).toBe(points);
  });
});

test.each<readonly [string, Keep]>([
  ["a tenth of the memory or eight gigabytes", (memory) => Math.max(0.1 * memory, 8e9)],
  ["forty percent or a gibibyte", (memory) => Math.max(0.4 * memory, gib)],
  ["the root of the memory times some number", (memory) => 20_000 * Math.sqrt(memory)],
])("%s is no room for what else lives on a GPU", (_, keep) => {
  for (const seed of ["one", "two"]) expect(judge(fillBeside(keep, {}), seed)).toBe("0");
});
