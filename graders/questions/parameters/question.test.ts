import { nothingEarlier } from "../../contract/nothing-earlier";
import type { ConvNeXtV2 } from "../../contract/value";
import { judgeLast, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

/** Written the long way, one line per layer, independent of the reference. */
function countByHand({ depths, dims, inChannels, numClasses }: ConvNeXtV2): bigint {
  const [c1 = 0, last = 0] = [dims[0], dims.at(-1)];
  const linear = (from: number, to: number) => BigInt(from) * BigInt(to) + BigInt(to);
  const conv = (kernel: number, from: number, to: number) => linear(kernel * kernel * from, to);
  const norm = (channels: number) => 2n * BigInt(channels);
  const block = (c: number) => conv(7, 1, c) + norm(c) + linear(c, 4 * c) + norm(4 * c) + linear(4 * c, c);
  let params = conv(4, inChannels, c1) + norm(c1) + norm(last) + linear(last, numClasses);
  dims.forEach((c, stage) => {
    const before = dims[stage - 1];
    if (before !== undefined) params += norm(before) + conv(2, before, c);
    for (let i = 0; i < (depths[stage] ?? 0); i++) params += block(c);
  });
  return params;
}

const judge = (
  modelMemory: (arch: ConvNeXtV2) => unknown,
  part: "params" | "bytes",
  explanation = "",
  seed = "test",
) => judgePartOf([question], { modelMemory }, { part, seed, explanations: { parameters: explanation } });

test.each([
  ["numbers", (count: bigint) => ({ params: Number(count), bytes: 4 * Number(count) })],
  ["bigints", (count: bigint) => ({ params: count, bytes: 4n * count })],
  ["decimal strings", (count: bigint) => ({ params: `${count}`, bytes: `${4n * count}` })],
  ["other spellings", (count: bigint) => ({ Params: count, BYTES: [4n * count] })],
])("an exact count earns both points, as %s", (_, answer) => {
  const verdict = judgeLast([question], { modelMemory: (arch: ConvNeXtV2) => answer(countByHand(arch)) });
  expect(verdict.points).toBe("2");
});

test.each(["params rounded to 0.01 M", "about 198M", "197.96 million"])(
  "a rounded count earns the point when the explanation says so: %s",
  (explanation) => {
    const answer = (arch: ConvNeXtV2) => ({ params: Number((Number(countByHand(arch)) / 1e6).toFixed(2)) });
    expect(nameFinding(judge((arch) => ({ ...answer(arch), bytes: 0 }), "params", explanation))).toBe(
      "reading:rounded",
    );
  },
);

test.each<[string, string, string, (count: number) => number]>([
  ["in-thousands", "1", "", (count) => count / 1e3],
  ["in-millions", "1", "", (count) => count / 1e6],
  ["in-billions", "1", "", (count) => count * 1e-9],
  ["rounded", "1", "Rounded, in thousands.", (count) => Math.round(count / 1e3)],
  ["rounded", "1", "Rounded to three decimals, in billions.", (count) => Math.round(count / 1e6) / 1e3],
  ["rounded", "1", "Rounded to four digits.", (count) => Math.floor(count / 1e5) * 1e5],
  ["rounded", "1", "Rounded up to whole millions.", (count) => Math.ceil(count / 1e6) * 1e6],
  ["rounded", "1", "Rounded up, in millions.", (count) => Math.ceil(count / 1e5) / 10],
  ["rounded-silently", "0.75", "", (count) => Math.ceil(count / 1e4) * 1e4],
  ["rounded-silently", "0.75", "", (count) => Math.round(count / 1e3)],
])("a count is %s: %s (%p)", (id, points, explanation, tell) => {
  const memory = (arch: ConvNeXtV2) => {
    const params = tell(Number(countByHand(arch)));
    return { params, bytes: 4 * params };
  };
  for (const seed of ["one", "two"]) {
    const verdict = judge(memory, "params", explanation, seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
    expect(judge(memory, "bytes", explanation, seed).points).toBe("1");
  }
});

test.each([
  ["to the nearest", Math.round, "up", Math.ceil],
  ["to the nearest", Math.round, "down", Math.floor],
  ["up", Math.ceil, "down", Math.floor],
] as const)("who rounds %s here and %s there has not rounded", (_one, one, _other, other) => {
  const mixed = (arch: ConvNeXtV2) => {
    const millions = Number(countByHand(arch)) / 1e6;
    return { params: (arch.numClasses === 1000 ? one(millions) : other(millions)) * 1e6, bytes: 0 };
  };
  for (const seed of ["one", "two", "three"])
    expect(judge(mixed, "params", "Rounded to millions.", seed).points).toBe("0");
});

test("who counts the hundreds in another unit has not rounded", () => {
  const hundreds = (arch: ConvNeXtV2) => ({ params: Number(countByHand(arch)) / 100, bytes: 0 });
  expect(judge(hundreds, "params").points).toBe("0");
});

test("a V1 count does not become right by rounding: it is told with its slip", () => {
  const v1 = (arch: ConvNeXtV2) =>
    countByHand(arch) - arch.dims.reduce((sum, c, i) => sum + 7n * BigInt(c * (arch.depths[i] ?? 0)), 0n);
  const rounded = (arch: ConvNeXtV2) => ({ params: Math.round(Number(v1(arch)) / 1e4) * 1e4, bytes: 0 });
  expect(nameFinding(judge(rounded, "params", "rounded to 0.01M"))).toBe("reading:v1-count");
});

describe("bytes of an own, wrong count", () => {
  const countOf = (arch: ConvNeXtV2) => countByHand(arch) - BigInt(arch.numClasses);

  test("earn the point at four bytes each", () => {
    const memory = (arch: ConvNeXtV2) => ({ params: countOf(arch), bytes: 4n * countOf(arch) });
    expect(nameFinding(judge(memory, "bytes"))).toBe("reading:four-bytes-of-own-count");
    expect(nameFinding(judge(memory, "params"))).toBe("reading:some-biases-forgotten");
  });

  test("may be told in MiB", () => {
    const memory = (arch: ConvNeXtV2) => ({
      params: countOf(arch),
      bytes: Number(countOf(arch)) / 2 ** 18,
    });
    expect(nameFinding(judge(memory, "bytes"))).toBe("reading:four-bytes-of-own-count+in-mib");
  });

  test.each([
    ["constant", () => 5],
    ["zero", () => 0],
    ["not a number", () => Number.NaN],
    ["negative", (arch: ConvNeXtV2) => -Number(countByHand(arch))],
    ["a sum of widths", (arch: ConvNeXtV2) => arch.dims.reduce((sum, dim) => sum + dim, 0)],
    ["largest for the smallest model", (arch: ConvNeXtV2) => 2e6 + Math.round(1e9 / (arch.dims[0] ?? 1))],
    ["half a parameter", (arch: ConvNeXtV2) => Number(countByHand(arch)) + 0.5],
  ])("carry nothing where the count is %s", (_, count) => {
    const memory = (arch: ConvNeXtV2) => ({ params: count(arch), bytes: 4 * count(arch) });
    expect(judge(memory, "bytes").points).toBe("0");
  });
});

test("right bytes earn their point beside a missing or malformed count", () => {
  const bytes = (arch: ConvNeXtV2) => 4n * countByHand(arch);
  expect(judge((arch) => ({ bytes: bytes(arch) }), "bytes").points).toBe("1");
  expect(judge((arch) => ({ params: "many", bytes: bytes(arch) }), "bytes").points).toBe("1");
  expect(nameFinding(judge((arch) => ({ bytes: bytes(arch) }), "params"))).toBe("malformed");
});

test.each([7, "198M", null, [1, 2], { params: Number.NaN, bytes: Number.NaN }])(
  "%p is malformed",
  (value) => {
    expect(nameFinding(judge(() => value, "params"))).toBe("malformed");
    expect(nameFinding(judge(() => value, "bytes"))).toBe("malformed");
  },
);

test.each([
  ["exact-count", 197_956_840n],
  ["v1-count", 197_767_336n],
  ["grn-forgotten", 197_740_264n],
  ["classifier-forgotten", 196_419_840n],
  ["biases-forgotten", 197_790_528n],
  ["conv-and-linear-only", 197_679_976n],
])("%s gives %s for the notebook's model", (id, expected) => {
  const large = { depths: [3, 3, 27, 3], dims: [192, 384, 768, 1536], inChannels: 3, numClasses: 1000 };
  const [part] = question.parts;
  const reading = part?.kind === "call" ? part.readings.find((one) => one.id === id) : undefined;
  expect(reading?.by === "value" && reading.answer(large, nothingEarlier)).toMatchObject({
    count: expected,
  });
});

test("exact counts pass the public checks, in bytes and in MiB; the notebook's numbers alone do not", () => {
  const memory = (arch: ConvNeXtV2) => ({ params: countByHand(arch), bytes: 4n * countByHand(arch) });
  const inMiB = (arch: ConvNeXtV2) => ({
    ...memory(arch),
    bytes: (Number(countByHand(arch)) / 2 ** 18).toFixed(2),
  });
  expect(listFailedChecks(question, { modelMemory: memory })).toEqual([]);
  expect(listFailedChecks(question, { modelMemory: inMiB })).toEqual([]);
  const hardCoded = { modelMemory: () => ({ params: 197_956_840, bytes: 791_827_360 }) };
  expect(listFailedChecks(question, hardCoded)).toHaveLength(4);
});

const seeds = ["one", "two"];

describe.each(seeds)("with seed %s", (seed) => {
  const sumOver = (arch: ConvNeXtV2, count: (channels: number, stage: number) => number) =>
    arch.dims.reduce((sum, c, stage) => sum + count(c, stage), 0);
  const blocks = (arch: ConvNeXtV2, times: number) =>
    sumOver(arch, (c, stage) => times * c * (arch.depths[stage] ?? 0));
  const last = (arch: ConvNeXtV2) => arch.dims.at(-1) ?? 0;
  const first = (arch: ConvNeXtV2) => arch.dims[0] ?? 0;
  const biases = (arch: ConvNeXtV2) => sumOver(arch, (c) => c) + blocks(arch, 6) + arch.numClasses;
  const otherLayers = (arch: ConvNeXtV2) =>
    2 * first(arch) + 2 * (sumOver(arch, (c) => c) - last(arch)) + blocks(arch, 10) + 2 * last(arch);

  test.each([
    ["half-of-grn-forgotten", "0.75", (arch: ConvNeXtV2) => blocks(arch, 4)],
    ["some-norms-forgotten", "0.75", (arch: ConvNeXtV2) => 2 * last(arch)],
    ["stem-norm-forgotten", "0.75", (arch: ConvNeXtV2) => 2 * first(arch)],
    [
      "norms-between-stages-forgotten",
      "0.75",
      (arch: ConvNeXtV2) => 2 * (sumOver(arch, (c) => c) - last(arch)),
    ],
    ["block-norms-forgotten", "0.75", (arch: ConvNeXtV2) => blocks(arch, 2)],
    ["some-biases-forgotten", "0.75", (arch: ConvNeXtV2) => arch.numClasses],
    ["stem-bias-forgotten", "0.75", (arch: ConvNeXtV2) => first(arch)],
    ["depthwise-biases-forgotten", "0.75", (arch: ConvNeXtV2) => blocks(arch, 1)],
    ["bare-weights", "0.5", (arch: ConvNeXtV2) => biases(arch) + otherLayers(arch)],
  ])("%s earns %s", (id, points, missing) => {
    const memory = (arch: ConvNeXtV2) => ({ params: countByHand(arch) - BigInt(missing(arch)), bytes: 0 });
    const verdict = judge(memory, "params", "", seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  });

  test("four bytes each earn the point", () => {
    const memory = (arch: ConvNeXtV2) => ({ params: 0, bytes: 4n * countByHand(arch) });
    const verdict = judge(memory, "bytes", "", seed);
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:four-bytes-each", "1"]);
  });

  test.each([
    ["whole millions", (count: number) => Math.round(count / 1e6) * 1e6, 4],
    ["ten thousands", (count: number) => Math.round(count / 1e4) * 1e4, 4],
    ["millions with two decimals", (count: number) => Number((count / 1e6).toFixed(2)), 4e6],
  ])("bytes of an own count in %s earn the point", (_, round, times) => {
    const memory = (arch: ConvNeXtV2) => {
      const params = round(Number(countByHand(arch)));
      return { params, bytes: (times / 4) * params * 4 };
    };
    const verdict = judge(memory, "bytes", "J'ai arrondi.", seed);
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:four-bytes-of-own-count", "1"]);
    expect(nameFinding(judge(memory, "params", "J'ai arrondi.", seed))).toBe("reading:rounded");
  });
});
