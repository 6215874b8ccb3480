import { type GpuKey, gpus } from "../../../reference/gpus";
import type { Gpu, ModelMemory } from "../../contract/value";
import { createRandom } from "../../judge/random";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { judgeSamples } from "../../testing/judge-samples";
import { listFailedChecks } from "../../testing/public-checks";
import { findBand, isWithin } from "./bands";
import { acceptedFormulas, bookings, fill, listSizes, wrongFormulas } from "./formulas";
import { describeVariant, listCases } from "./inputs";
import { question } from "./question";

type MaxBatchSize = (model: ModelMemory, gpu: Gpu) => unknown;
type AdamMemory = (model: ModelMemory, batchSize: number) => unknown;

const judge = (maxBatchSize: MaxBatchSize, seed = "test") =>
  judgePartOf([question], { maxBatchSize }, { seed });

/** Written the long way, independent of the reference: one more sample until it no longer fits. */
function largestBatch(model: ModelMemory, gpu: Gpu, copies = 4): number {
  const needs = (batchSize: number) => 4 * copies * model.params + batchSize * model.activationBytesPerSample;
  let step = 1;
  while (needs(step) <= gpu.memory) step *= 2;
  let batchSize = 0;
  for (; step >= 1; step /= 2) if (needs(batchSize + step) <= gpu.memory) batchSize += step;
  return batchSize;
}

const samples = judgeSamples(question);
const readingIds = question.parts.flatMap((part) => part.readings.map(({ id }) => id));

test.each([
  ["a number", (value: number) => value],
  ["a bigint", (value: number) => BigInt(value)],
  ["a decimal string", (value: number) => `${value}`],
  ["a number in an array", (value: number) => [value]],
])("a search for the largest batch earns the point, as %s", (_, tell) => {
  const verdict = judge((model, gpu) => tell(largestBatch(model, gpu)));
  expect(nameFinding(verdict)).toBe("reading:all-that-fits");
  expect(verdict.points).toBe("1");
});

test.each(samples)("$expectedPoints points for $name", ({ name, expectedPoints, points, findings }) => {
  expect(points).toBe(expectedPoints);
  if (readingIds.includes(name)) expect(findings).toEqual([`reading:${name}`]);
});

test("every reading is shown by a sample", () => {
  const shown = samples.flatMap(({ findings }) => findings);
  expect(readingIds.filter((id) => !shown.includes(`reading:${id}`))).toEqual([]);
});

/** Simple estimate; batches modelled with a realistic and with a pessimistic allowance; the band itself. */
const bands: readonly (readonly [GpuKey, number, number, number, number, number])[] = [
  ["t4", 23, 22, 20, 17, 27],
  ["p100", 25, 24, 21, 17, 29],
  ["v100", 25, 23, 21, 17, 29],
  ["rtx2080Ti", 15, 14, 13, 11, 18],
  ["rtx3060", 17, 16, 14, 11, 20],
  ["rtx3070", 9, 8, 7, 5, 11],
  ["rtx3090", 40, 38, 35, 29, 45],
  ["rtx4090", 40, 38, 35, 29, 45],
  ["l4", 38, 36, 33, 28, 43],
  ["a100At40GB", 73, 68, 63, 53, 82],
  ["a100Sxm80", 152, 142, 132, 112, 169],
  ["h100Sxm", 151, 141, 132, 112, 168],
];

test.each(bands)("on %s the simple estimate is %d, and the band lies around it", (key, simple, ...rest) => {
  const [realistic, pessimistic, least, most] = rest;
  const large = describeVariant("large");
  expect(largestBatch(large, gpus[key])).toBe(simple);
  const band = findBand({ model: large, gpu: gpus[key] }, simple);
  const isInside = (samples: number) => isWithin(band, samples);
  expect([simple, realistic, pessimistic, least, most].every(isInside)).toBe(true);
  expect([least - 1, most + 1, simple + 0.5].some(isInside)).toBe(false);
});

describe("an answer within the band", () => {
  test.each([
    [
      "ten percent kept",
      (model: ModelMemory, gpu: Gpu) => largestBatch(model, { ...gpu, memory: 0.9 * gpu.memory }),
    ],
    [
      "0.7 GB kept",
      (model: ModelMemory, gpu: Gpu) => largestBatch(model, { ...gpu, memory: gpu.memory - 0.7e9 }),
    ],
  ])("earns the point: %s", (_, maxBatchSize) => {
    expect(nameFinding(judge(maxBatchSize))).toBe("reading:room-kept");
  });

  test("earns less where a wrong formula explains it", () => {
    const withoutGradients = (model: ModelMemory, gpu: Gpu) => largestBatch(model, gpu, 3);
    expect(nameFinding(judge(withoutGradients))).toBe("reading:gradients-forgotten");
  });

  test("earns nothing where a third of the memory is kept, or samples fit that cannot", () => {
    expect(judge((model, gpu) => largestBatch(model, { ...gpu, memory: gpu.memory / 1.5 })).points).toBe("0");
    expect(judge((model, gpu) => largestBatch(model, gpu) || 2).points).toBe("0");
  });
});

describe("the student's own estimate", () => {
  const fitted: MaxBatchSize = (model, gpu) => Math.max(0, Math.floor(gpu.memory / (9 * model.params + 1e8)));
  const judgeWith = (adamMemory: AdamMemory) => judgePartOf([question], { maxBatchSize: fitted, adamMemory });

  test("is carried forward when it is a line over the batch size", () => {
    const verdict = judgeWith(({ params }, batchSize) => ({ total: batchSize * (9 * params + 1e8) }));
    expect(nameFinding(verdict)).toBe("reading:by-own-estimate");
    expect(verdict.points).toBe("1");
  });

  test.each([
    ["constant", () => ({ total: 5 })],
    ["zero", () => ({ total: 0 })],
    ["the same for every batch", ({ params }: ModelMemory) => ({ total: params })],
    ["falling", ({ params }: ModelMemory, b: number) => ({ total: 1e12 + params - b * 1e8 })],
    ["bent", ({ params }: ModelMemory, b: number) => ({ total: b * b * (9 * params + 1e8) })],
    ["without a total", ({ params }: ModelMemory, b: number) => ({ activations: b * params })],
  ])("carries nothing when it is %s", (_, adamMemory) => {
    expect(judgeWith(adamMemory).points).toBe("0");
  });
});

describe.each(["one", "two", "three"])("with seed %s", (seed) => {
  const powerOfTwo = (samples: number) => (samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples)));

  test.each([4, 5])("a power of two below what fits beside %d copies earns three quarters", (copies) => {
    const verdict = judge((model, gpu) => powerOfTwo(largestBatch(model, gpu, copies)), seed);
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:power-of-two", "0.75"]);
  });

  test("a power of two by the own estimate earns three quarters", () => {
    const total = (model: ModelMemory, b: number) =>
      12 * model.params + 2 * b * model.activationBytesPerSample;
    const maxBatchSize: MaxBatchSize = (model, gpu) =>
      powerOfTwo(Math.floor((gpu.memory - 12 * model.params) / (2 * model.activationBytesPerSample)));
    const adamMemory: AdamMemory = (model, b) => ({ total: total(model, b) });
    const verdict = judgePartOf([question], { maxBatchSize, adamMemory }, { seed });
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:power-of-two-by-own-estimate", "0.75"]);
  });
});

test.each([["many"], [null], [Number.NaN], [Number.POSITIVE_INFINITY], [{ batchSize: 3 }]])(
  "%p is malformed",
  (value) => {
    expect(nameFinding(judge(() => value))).toBe("malformed");
  },
);

test("the cases separate formulas of different worth for every seed", () => {
  const simple = { id: "all-that-fits", credit: "1", formulas: [fill(4n)] };
  for (let seed = 0; seed < 50; seed++) {
    const inputs = listCases(createRandom(`seed ${seed}`, "max-batch")).map(({ input }) => input);
    const creditOf = new Map<string, string>();
    for (const { id, credit, formulas } of [simple, ...acceptedFormulas, ...wrongFormulas])
      for (const formula of formulas)
        for (const booking of bookings) {
          const answers = inputs.map((input) => formula(listSizes(input, booking))).join();
          expect(`${id} ${creditOf.get(answers) ?? credit}`).toBe(`${id} ${credit}`);
          creditOf.set(answers, credit);
        }
  }
});

test("accepted answers pass the public checks; negative ones do not", () => {
  expect(listFailedChecks(question, { maxBatchSize: largestBatch })).toEqual([]);
  const negative = ({ params, activationBytesPerSample }: ModelMemory, { memory }: Gpu) =>
    Math.floor((memory - 16 * params) / activationBytesPerSample);
  expect(listFailedChecks(question, { maxBatchSize: negative })).toHaveLength(1);
});
