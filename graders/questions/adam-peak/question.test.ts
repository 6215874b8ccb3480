import type { ModelMemory } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

type AdamMemory = (model: ModelMemory, batchSize: number) => unknown;

const judge = (adamMemory: AdamMemory, seed = "test") => judgePartOf([question], { adamMemory }, { seed });

/** Written the long way, independent of the reference. */
function estimate({ params, activationBytesPerSample }: ModelMemory, batchSize: number) {
  const copies = { weights: 1, gradients: 1, moments: 2 };
  const bytes = Object.entries(copies).map(([name, count]) => [name, 4 * count * params] as const);
  const activations = activationBytesPerSample * batchSize;
  const total = bytes.reduce((sum, [, value]) => sum + value, activations);
  return { ...Object.fromEntries(bytes), activations, total };
}

const mapFields = (fields: object, change: (value: number) => unknown) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));

test.each([
  ["numbers", (value: number) => value],
  ["bigints", (value: number) => BigInt(value)],
  ["decimal strings", (value: number) => `${BigInt(value)}`],
])("four copies and the activations earn the point, as %s", (_, tell) => {
  const verdict = judge((model, batchSize) => mapFields(estimate(model, batchSize), tell));
  expect(nameFinding(verdict)).toBe("reading:four-copies-and-activations");
  expect(verdict.points).toBe("1");
});

test("the notebook's estimate is 3.711 GB", () => {
  const large = { params: 197_956_840, activationBytesPerSample: 543_878_320, inputBytesPerSample: 602_112 };
  expect(estimate(large, 1).total).toBe(3_711_187_760);
});

describe("the student's own bytes per parameter", () => {
  const halfMemory = (model: ModelMemory, batchSize: number) => {
    const weights = 2 * model.params;
    const activations = batchSize * model.activationBytesPerSample;
    return {
      weights,
      gradients: weights,
      moments: 2 * weights,
      activations,
      total: 4 * weights + activations,
    };
  };
  const judgeWith = (modelMemory: (arch: { dims: number[] }) => unknown) =>
    judgePartOf([question], { adamMemory: halfMemory, modelMemory });

  test("are carried forward", () => {
    const verdict = judgeWith(({ dims }) => ({ params: dims[0], bytes: 2 * (dims[0] ?? 0) }));
    expect(nameFinding(verdict)).toBe("reading:own-bytes-per-parameter");
    expect(verdict.points).toBe("1");
  });

  test.each([4, 8])("tell nothing of what a bare total is made of, %d bytes each", (bytes) => {
    const verdict = judgePartOf([question], {
      adamMemory: (model: ModelMemory, batchSize: number) => ({
        total: 4 * bytes * model.params + batchSize * model.activationBytesPerSample,
      }),
      modelMemory: ({ dims }: { dims: number[] }) => ({ params: dims[0], bytes: bytes * (dims[0] ?? 0) }),
    });
    expect(verdict.points).toBe("0.75");
  });

  test.each([
    ["constant", () => ({ params: 10, bytes: 20 })],
    ["zero", () => ({ params: 0, bytes: 0 })],
    ["changing", ({ dims }: { dims: number[] }) => ({ params: dims[0], bytes: 2 * (dims[0] ?? 0) + 1 })],
    ["missing", () => undefined],
  ])("carry nothing where they are %s", (_, modelMemory) => {
    expect(nameFinding(judgeWith(modelMemory))).toBe("reading:half-precision-weights");
  });
});

test.each([
  ["a bare number", () => 3_711_187_760, "malformed"],
  ["no total", () => ({ weights: 1, gradients: 1, moments: 2, activations: 3 }), "malformed"],
  [
    "a word for a part",
    () => ({ ...estimate({} as ModelMemory, 1), total: 1, weights: "many" }),
    "malformed",
  ],
  ["NaN", () => ({ weights: 0, gradients: 0, moments: 0, activations: 0, total: Number.NaN }), "malformed"],
  [
    "nothing at all",
    () => ({ weights: 0, gradients: 0, moments: 0, activations: 0, total: 0 }),
    "unexplained",
  ],
])("%s earns nothing", (_, adamMemory, finding) => {
  const verdict = judge(adamMemory);
  expect(nameFinding(verdict)).toBe(finding);
  expect(verdict.points).toBe("0");
});

test("accepted estimates pass the public checks; one that ignores the batch does not", () => {
  expect(listFailedChecks(question, { adamMemory: estimate })).toEqual([]);
  const inGiB: AdamMemory = (model, batchSize) =>
    mapFields(estimate(model, batchSize), (value) => value / 2 ** 30);
  expect(listFailedChecks(question, { adamMemory: inGiB })).toEqual([]);
  expect(listFailedChecks(question, { adamMemory: (model: ModelMemory) => estimate(model, 1) })).toHaveLength(
    2,
  );
});

describe.each(["one", "two"])("with seed %s", (seed) => {
  const withTotal =
    (totalOf: (total: number, weights: number) => number): AdamMemory =>
    (model, batchSize) => {
      const parts = estimate(model, batchSize);
      return { ...parts, total: totalOf(parts.total, 4 * model.params) };
    };
  const inGB =
    (adamMemory: AdamMemory): AdamMemory =>
    (model, batchSize) =>
      mapFields(adamMemory(model, batchSize) as object, (value) => value / 1e9);

  test.each([
    ["overheads-in-total", "1", withTotal((total) => 1.05 * total)],
    ["overheads-in-total", "1", withTotal((total) => total + 0.45 * 2 ** 30)],
    ["step-temporaries", "1", withTotal((total, weights) => total + 2 * weights)],
    ["peak-over-time", "1", withTotal((total, weights) => Math.max(total, 5 * weights))],
    ["peak-over-time", "1", withTotal((total, weights) => Math.max(total, 6 * weights))],
    ["peak-over-time", "1", withTotal((total, weights) => Math.max(total - weights, 6 * weights))],
    ["peak-over-time", "1", withTotal((total, weights) => Math.max(total - 2 * weights, 4 * weights))],
    ["peak-over-time", "1", withTotal((total, weights) => Math.max(total - 3 * weights, 5 * weights))],
    ["overheads-in-total", "1", withTotal((total, weights) => 1.1 * Math.max(total - weights, 4 * weights))],
    [
      "overheads-in-total",
      "1",
      withTotal((total, weights) => 0.5e9 + Math.max(total - 3 * weights, 5 * weights)),
    ],
    ["overheads-in-total", "1", withTotal((total, weights) => 1.1 * (total - 4 * weights) + 5 * weights)],
    ["right-parts", "0.5", withTotal((total) => 0.9 * total)],
    ["step-temporaries+larger-unit", "1", inGB(withTotal((total, weights) => total + weights))],
    ["right-parts", "0.5", withTotal((total, weights) => total - weights)],
    ["right-parts", "0.5", withTotal((total, weights) => 2 * (total - 4 * weights) + 4 * weights)],
    ["right-parts", "0.5", withTotal((_, weights) => 4 * weights)],
  ])("%s earns %s", (id, points, adamMemory) => {
    const verdict = judge(adamMemory, seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  });

  test.each<[string, string, string, number, (value: number) => number]>([
    ["to thousandths of a gigabyte", "larger-unit", "1", 1e9, (value) => Math.round(value * 1000) / 1000],
    ["to hundredths of a gigabyte", "rough-unit", "0.75", 1e9, (value) => Math.round(value * 100) / 100],
    ["up to whole mebibytes", "rough-unit", "0.75", 2 ** 20, Math.ceil],
    ["up to tenths of a megabyte", "larger-unit", "1", 1e6, (value) => Math.ceil(value * 10) / 10],
  ])("parts rounded %s may be added up as they are told", (_, id, points, unit, round) => {
    for (const [more, name] of [
      [0, id],
      [1, `step-temporaries+${id}`],
    ] as const) {
      const verdict = judge((model, batchSize) => {
        const { total: __, ...parts } = mapFields(estimate(model, batchSize), (value) => round(value / unit));
        const told = Object.values(parts) as number[];
        return { ...parts, total: told.reduce((sum, one) => sum + one, more * (told[0] ?? 0)) };
      }, seed);
      expect([nameFinding(verdict), verdict.points]).toEqual([
        `reading:${points === "1" ? name : id}`,
        points,
      ]);
    }
  });

  test("gradients of activations among the gradients earn three quarters", () => {
    const doubled: AdamMemory = (model, batchSize) => {
      const {
        total,
        activations,
        gradients = 0,
        ...rest
      } = estimate(model, batchSize) as Record<string, number> & {
        readonly total: number;
        readonly activations: number;
      };
      return { ...rest, activations, gradients: gradients + activations, total: total + activations };
    };
    expect(nameFinding(judge(doubled, seed))).toBe("reading:gradients-of-activations");
  });
});

/** Code as students write it; deviations add up or multiply, whichever is better for them. */
describe("realistic pairs", () => {
  type Sizes = { w: number; a: number; image: number; b: number };
  type Told = readonly [
    weights: number,
    gradients: number,
    moments: number,
    activations: number,
    total?: number,
  ];
  const write =
    (count: (sizes: Sizes) => Told, scale = 1, digits?: number): AdamMemory =>
    (model, b) => {
      const sizes = {
        w: 4 * model.params,
        a: model.activationBytesPerSample,
        image: model.inputBytesPerSample,
        b,
      };
      const [weights, gradients, moments, activations, total = weights + gradients + moments + activations] =
        count(sizes);
      const figures = { weights, gradients, moments, activations, total };
      return mapFields(figures, (value) =>
        digits === undefined ? value / scale : Number((value / scale).toFixed(digits)),
      );
    };
  const [mb, mib, gb, gib] = [1e6, 2 ** 20, 1e9, 2 ** 30] as const;

  test.each<[string, number, AdamMemory]>([
    ["activations doubled, in MB", 0.75, write(({ w, a, b }) => [w, w, 2 * w, 2 * b * a], mb)],
    ["gradients forgotten, in MiB", 0.5, write(({ w, a, b }) => [w, 0, 2 * w, b * a], mib)],
    [
      "gradients forgotten, in GiB with three decimals",
      0.5,
      write(({ w, a, b }) => [w, 0, 2 * w, b * a], gib, 3),
    ],
    ["all right, in GB with two decimals", 0.75, write(({ w, a, b }) => [w, w, 2 * w, b * a], gb, 2)],
    ["one moment, in GB with two decimals", 0.375, write(({ w, a, b }) => [w, w, w, b * a], gb, 2)],
    [
      "moments forgotten, the input in the total",
      0.25,
      write(({ w, a, b, image }) => [w, w, 0, b * a, 2 * w + b * (a + image)]),
    ],
    [
      "batch ignored, the input with the activations",
      0.5,
      write(({ w, a, image }) => [w, w, 2 * w, a + image]),
    ],
    ["activations doubled, one moment", 0.375, write(({ w, a, b }) => [w, w, w, 2 * b * a])],
    ["gradients forgotten, batch ignored", 0.25, write(({ w, a }) => [w, 0, 2 * w, a])],
    [
      "no field for gradients beside a right peak",
      0.75,
      write(({ w, a, b }) => [w, 0, 2 * w, b * a, Math.max(3 * w + b * a, 4 * w)]),
    ],
    [
      "activations doubled, one copy for the step",
      0.75,
      write(({ w, a, b }) => [w, w, 2 * w, 2 * b * a, 5 * w + 2 * b * a]),
    ],
    ["half precision, in MiB", 0.25, write(({ w, a, b }) => [w / 2, w / 2, w, (b * a) / 2], mib)],
    [
      "half precision, one tenth for overheads",
      0.25,
      write(({ w, a, b }) => [w / 2, w / 2, w, (b * a) / 2, 1.1 * (2 * w + (b * a) / 2)]),
    ],
    [
      "a total below its parts, in MB",
      0.5,
      write(({ w, a, b }) => [w, w, 2 * w, b * a, 0.9 * (4 * w + b * a)], mb),
    ],
    ["one moment, a total without gradients", 0.25, write(({ w, a, b }) => [w, w, w, b * a, 2 * w + b * a])],
    [
      "first iteration alone, in MiB",
      1,
      write(({ w, a, b }) => [w, w, 2 * w, b * a, Math.max(2 * w + b * a, 5 * w)], mib),
    ],
    ["the total alone in GB", 1, write(({ w, a, b }) => [w, w, 2 * w, b * a, (4 * w + b * a) / gb])],
    [
      "the total alone in MiB, one moment",
      0.5,
      write(({ w, a, b }) => [w, w, w, b * a, (3 * w + b * a) / mib]),
    ],
    [
      "weights forgotten, the image in the total",
      0.5,
      write(({ w, a, b, image }) => [0, w, 2 * w, b * a, 3 * w + b * (a + image)]),
    ],
    [
      "activations doubled, the input once",
      0.75,
      write(({ w, a, b, image }) => [w, w, 2 * w, b * (2 * a + image)]),
    ],
    ["all right, in GB with one decimal", 0.5, write(({ w, a, b }) => [w, w, 2 * w, b * a], gb, 1)],
    ["one moment, in whole MB", 0.375, write(({ w, a, b }) => [w, w, w, b * a], mb, 0)],
    [
      "activations forgotten, the input in the total",
      0.5,
      write(({ w, b, image }) => [w, w, 2 * w, 0, 4 * w + b * image]),
    ],
    ["all charged to each sample, one moment", 0.125, write(({ w, a, b }) => [b * w, b * w, b * w, b * a])],
  ])("%s earn about %d", (_, fair, adamMemory) => {
    expect(Number(judge(adamMemory).points)).toBeCloseTo(fair, 6);
  });
});
