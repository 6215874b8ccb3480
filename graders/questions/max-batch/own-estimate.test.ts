/** Whoever searches by the own adamMemory loses nothing for what adam-peak accepts there, and no slip is paid for twice. */
import type { Gpu, ModelMemory } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { judgeImplementation } from "../../testing/judge-implementation";
import { fitEstimate } from "./fit-estimate";

interface Sizes {
  readonly w: number;
  readonly g: number;
  readonly v: number;
  readonly a: number;
  readonly image: number;
}

type Total = (sizes: Sizes) => number;
type Tell = (bytes: number) => number;

const right = ({ params, activationBytesPerSample }: ModelMemory, b: number) => ({
  w: 4 * params,
  g: 4 * params,
  v: 8 * params,
  a: b * activationBytesPerSample,
});

/** The largest batch whose total is no more than the memory, as the statement asks. */
function searchBatch(total: (b: number) => number, memory: number): number {
  let [fits, step] = [0, 1];
  for (; total(step) <= memory && step < 2 ** 40; step *= 2) fits = step;
  for (step = fits; step >= 1; step /= 2) if (total(fits + step) <= memory) fits += step;
  return fits;
}

interface Work {
  readonly total: Total;
  readonly parts?: typeof right;
  readonly tell?: Tell;
  readonly unit?: number;
  readonly share?: number;
}

function judge({ total, parts = right, tell = (bytes) => bytes, unit = 1, share = 1 }: Work, seed: string) {
  const adamMemory = (model: ModelMemory, b: number) => {
    const { w, g, v, a } = parts(model, b);
    const all = total({ w, g, v, a, image: b * model.inputBytesPerSample });
    return { weights: tell(w), gradients: tell(g), moments: tell(v), activations: tell(a), total: tell(all) };
  };
  const maxBatchSize = (model: ModelMemory, { memory }: Gpu) =>
    searchBatch((b) => adamMemory(model, b).total * unit, share * memory);
  const questions = findQuestions("adam-peak", "max-batch");
  return judgeImplementation(questions, { adamMemory, maxBatchSize }, { seed }).map((one) =>
    one.status === "not_graded" ? one.fault : `${one.points} ${one.status}`,
  );
}

const { max } = Math;
const totals: readonly (readonly [string, Total])[] = [
  ["both phases, the input throughout", ({ w, g, v, a, image }) => max(w + v + a, w + v + g) + image],
  ["a first iteration", ({ w, g, v, a }) => max(w + a, w + g + v)],
  ["a first iteration with gradients", ({ w, g, v, a }) => max(w + g + a, w + g + v)],
  ["a first iteration with temporaries", ({ w, g, v, a }) => max(w + a, 2 * w + g + v)],
  ["with gradients and temporaries", ({ w, g, v, a }) => max(w + g + a, 2 * w + g + v)],
  ["a tenth of overheads", ({ w, g, v, a }) => 1.1 * max(w + v + a, w + v + g)],
  ["half a gigabyte of overheads", ({ w, g, v, a }) => 0.5e9 + max(w + v + a, w + v + g)],
  ["temporaries and overheads", ({ w, g, v, a }) => 2 * w + g + v + 1.1 * a],
];

describe.each(["one", "two"])("with seed %s", (seed) => {
  test.each(totals)("the search by a total over time earns both points: %s", (_, total) => {
    expect(judge({ total }, seed)).toEqual(["1 graded", "1 graded"]);
  });

  test.each<[string, string, (m: ModelMemory, b: number) => ReturnType<typeof right>]>([
    ["one moment", "0.5 graded", (m, b) => ({ ...right(m, b), v: 4 * m.params })],
    ["activations twice", "0.75 graded", (m, b) => ({ ...right(m, b), a: 2 * right(m, b).a })],
    [
      "half precision",
      "0.25 graded",
      ({ params, activationBytesPerSample }, b) => ({
        w: 2 * params,
        g: 2 * params,
        v: 4 * params,
        a: (b * activationBytesPerSample) / 2,
      }),
    ],
  ])("a slip of the estimate is paid for once, over time as well: %s", (_, points, parts) => {
    const total: Total = ({ w, g, v, a }) => max(w + v + a, w + g + v);
    expect(judge({ total, parts }, seed)).toEqual([points, "1 graded"]);
  });

  const sum: Total = ({ w, g, v, a }) => w + g + v + a;

  test.each<[string, string, number, Tell]>([
    ["thousandths of a gigabyte", "1 graded", 1e9, (bytes) => Math.round(bytes / 1e6) / 1e3],
    ["hundredths of a gigabyte", "0.75 graded", 1e9, (bytes) => Math.round(bytes / 1e7) / 1e2],
    [
      "thousandths of a gibibyte, cut off",
      "1 graded",
      2 ** 30,
      (bytes) => Math.floor((bytes / 2 ** 30) * 1e3) / 1e3,
    ],
    ["whole mebibytes, rounded up", "0.75 graded", 2 ** 20, (bytes) => Math.ceil(bytes / 2 ** 20)],
    ["bytes to whole tenths of a megabyte", "1 graded", 1, (bytes) => Math.round(bytes / 1e5) * 1e5],
  ])("the search by totals told in %s earns its point", (_, points, unit, tell) => {
    expect(judge({ total: sum, unit, tell }, seed)).toEqual([points, "1 graded"]);
    expect(judge({ total: sum, unit, tell, share: 0.9 }, seed)).toEqual([points, "1 graded"]);
  });

  test("gigabytes taken for bytes carry nothing, however they are rounded", () => {
    const tell: Tell = (bytes) => Math.round(bytes / 1e7) / 1e2;
    expect(judge({ total: sum, tell }, seed)[1]).toMatch(/^0 /);
  });
});

const sizes = [1, 2, 4, 100, 2000, 20_000, 400_000];
const read = (total: (size: number) => number) =>
  fitEstimate(sizes.map((size) => ({ size, total: total(size) })));

test.each<[string, (size: number) => number]>([
  ["three lines", (size) => max(300 + size, 360 + size / 2, 361.5)],
  ["less for small batches than the line says", (size) => (size < 3 ? 100 : 300 + size)],
  ["more for a single sample than for two", (size) => (size === 1 ? 1000 : 300 + size)],
  ["a curve", (size) => size ** 1.5],
  ["falling", (size) => 1e7 - size],
  ["below nothing where it begins", (size) => 8 * size - 4],
  ["rounded, and bent", (size) => Math.round(300 + size ** 1.1)],
])("nothing is built on a total that is %s", (_, total) => {
  expect(read(total)).toBeUndefined();
});

test("a total is a line, or the larger of two, as far as it is told", () => {
  expect(read((size) => 300 + 7 * size)).toEqual({ fixed: 300, perSample: 7 });
  expect(read((size) => max(300 + 7 * size, 350))).toEqual({ fixed: 300, perSample: 7, least: 350 });
  expect(read((size) => max(300 + 7 * size, 350 + size))).toEqual({
    fixed: 300,
    perSample: 7,
    early: { fixed: 350, perSample: 1 },
  });
  expect(read((size) => Math.round((300 + 7.77 * size) / 10) * 10)).toMatchObject({ slack: { fixed: 30 } });
});
