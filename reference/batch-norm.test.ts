import fc from "fast-check";
import type { BatchNormStep, BatchNormVariant } from "./batch-norm";
import {
  batchNormAlgorithms,
  batchNormCoefficients,
  batchNormFlops,
  countBatchNormSteps,
  evaluateBatchNorm,
  listBatchNormSteps,
} from "./batch-norm";
import type { Operation } from "./operations";
import { assignmentCosts } from "./operations";
import { OperationCounter } from "./testing/operation-counter";

const [b, c, h, w] = [4, 3, 220, 220];
const elements = BigInt(b * c * h * w);
const channels = BigInt(c);

const fromZero = { additions: "from-zero" } as const;
const freeRoot = { costs: { squareRoot: 0n } } as const;
const running = { runningStatistics: "biased" } as const;
const unbiased = { runningStatistics: "unbiased" } as const;
const elementsOnly = { perChannelWork: false } as const;
const shared = { statistics: "shared" } as const;
const onePass = { statistics: "one-pass" } as const;
const welford = { statistics: "welford" } as const;
const reciprocal = { normalisation: "reciprocal" } as const;
const folded = { normalisation: "folded" } as const;

const conventions: [string, BatchNormVariant, bigint, bigint][] = [
  ["the definition, line by line", {}, 11n, 8n],
  ["m additions per sum", fromZero, 11n, 10n],
  ["square root free", freeRoot, 11n, 7n],
  ["square root free, m additions per sum", { ...fromZero, ...freeRoot }, 11n, 9n],
  ["square root as dear as a division", { costs: { squareRoot: 4n } }, 11n, 11n],
  ["neither epsilon nor square root", { ...freeRoot, epsilon: false }, 11n, 6n],
  ["running statistics", running, 11n, 14n],
  ["unbiased running statistics", unbiased, 11n, 15n],
  ["unbiased running statistics, m additions per sum", { ...unbiased, ...fromZero }, 11n, 17n],
  ["work per element only", elementsOnly, 11n, 0n],
  ["shared", shared, 10n, 8n],
  ["shared, m additions", { ...shared, ...fromZero }, 10n, 10n],
  ["shared, free root", { ...shared, ...freeRoot }, 10n, 7n],
  ["shared, unbiased running", { ...shared, ...unbiased }, 10n, 15n],
  ["shared, per element only", { ...shared, ...elementsOnly }, 10n, 0n],
  ["one-pass", onePass, 10n, 10n],
  ["reciprocal", reciprocal, 8n, 12n],
  ["reciprocal, m additions", { ...reciprocal, ...fromZero }, 8n, 14n],
  ["reciprocal, free root", { ...reciprocal, ...freeRoot }, 8n, 11n],
  ["reciprocal, unbiased running", { ...reciprocal, ...unbiased }, 8n, 19n],
  ["shared reciprocal", { ...shared, ...reciprocal }, 7n, 12n],
  ["shared reciprocal, m additions", { ...shared, ...reciprocal, ...fromZero }, 7n, 14n],
  ["shared reciprocal, unbiased running", { ...shared, ...reciprocal, ...unbiased }, 7n, 19n],
  ["one-pass reciprocal", { ...onePass, ...reciprocal }, 7n, 14n],
  ["folded", folded, 6n, 15n],
  ["shared folded", { ...shared, ...folded }, 6n, 13n],
  ["one-pass folded", { ...onePass, ...folded }, 5n, 17n],
  ["Welford", welford, 16n, 6n],
  ["Welford reciprocal", { ...welford, ...reciprocal }, 13n, 10n],
];

const notebookValues: [BatchNormVariant, bigint][] = [
  [{}, 6_388_824n],
  [elementsOnly, 6_388_800n],
  [{ ...unbiased, ...fromZero }, 6_388_851n],
  [shared, 5_808_024n],
  [onePass, 5_808_030n],
  [reciprocal, 4_646_436n],
  [{ ...shared, ...reciprocal }, 4_065_636n],
  [{ ...onePass, ...reciprocal }, 4_065_642n],
  [folded, 3_484_845n],
  [{ ...shared, ...folded }, 3_484_839n],
  [{ ...onePass, ...folded }, 2_904_051n],
  [welford, 9_292_818n],
  [{ ...welford, ...reciprocal }, 7_550_430n],
];

interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly centred?: readonly number[];
}

const [epsilon, gamma, beta] = [1e-5, 1.5, -0.25];

function sum(counter: OperationCounter, terms: readonly number[], variant: BatchNormVariant): number {
  const [first = 0, ...rest] = terms;
  return variant.additions === "from-zero"
    ? terms.reduce((total, term) => counter.add(total, term), 0)
    : rest.reduce((total, term) => counter.add(total, term), first);
}

function runWelford(counter: OperationCounter, values: readonly number[]): Moments {
  let [mean, squares] = [0, 0];
  for (const [index, value] of values.entries()) {
    const delta = counter.subtract(value, mean);
    mean = counter.add(mean, counter.divide(delta, index + 1));
    squares = counter.add(squares, counter.multiply(delta, counter.subtract(value, mean)));
  }
  return { mean, variance: counter.divide(squares, values.length) };
}

function runStatistics(
  counter: OperationCounter,
  values: readonly number[],
  variant: BatchNormVariant,
): Moments {
  if (variant.statistics === "welford") {
    return runWelford(counter, values);
  }
  const mean = counter.divide(sum(counter, values, variant), values.length);
  const isOnePass = variant.statistics === "one-pass";
  const bases = isOnePass ? values : values.map((value) => counter.subtract(value, mean));
  const squares = bases.map((base) => counter.multiply(base, base));
  const meanSquare = counter.divide(sum(counter, squares, variant), values.length);
  const variance = isOnePass ? counter.subtract(meanSquare, counter.multiply(mean, mean)) : meanSquare;
  return { mean, variance, ...(variant.statistics === "shared" ? { centred: bases } : {}) };
}

function updateRunning(
  counter: OperationCounter,
  moments: Moments,
  size: number,
  variant: BatchNormVariant,
): void {
  if (variant.runningStatistics === undefined) {
    return;
  }
  const variance =
    variant.runningStatistics === "unbiased"
      ? counter.multiply(moments.variance, size / (size - 1))
      : moments.variance;
  for (const fresh of [moments.mean, variance]) {
    counter.add(counter.multiply(0.9, 0), counter.multiply(0.1, fresh));
  }
}

/** Batch normalisation of one channel by a variant's algorithm, on numbers that count. */
function runBatchNorm(
  counter: OperationCounter,
  values: readonly number[],
  variant: BatchNormVariant,
): number[] {
  const moments = runStatistics(counter, values, variant);
  updateRunning(counter, moments, values.length, variant);
  const { mean, variance, centred } = moments;
  const deviation = counter.squareRoot(variant.epsilon === false ? variance : counter.add(variance, epsilon));
  if (variant.normalisation === "folded") {
    const scale = counter.multiply(gamma, counter.divide(1, deviation));
    const shift = centred === undefined ? counter.subtract(beta, counter.multiply(mean, scale)) : beta;
    return (centred ?? values).map((value) => counter.add(counter.multiply(value, scale), shift));
  }
  const factor = variant.normalisation === "reciprocal" ? counter.divide(1, deviation) : undefined;
  return values.map((value, index) => {
    const distance = centred?.[index] ?? counter.subtract(value, mean);
    const normal =
      factor === undefined ? counter.divide(distance, deviation) : counter.multiply(distance, factor);
    return counter.add(counter.multiply(normal, gamma), beta);
  });
}

function defineBatchNorm(values: readonly number[], usedEpsilon: number): number[] {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => ((value - mean) / Math.sqrt(variance + usedEpsilon)) * gamma + beta);
}

const channelValues = [0.5, -1.25, 3, 2, -0.75, 1.5, 0.25];

describe("every convention against an algorithm that really runs", () => {
  test.each(conventions)("%s", (_, variant, perElement, perChannel) => {
    const counter = new OperationCounter();
    const output = runBatchNorm(counter, channelValues, variant);
    const expected = defineBatchNorm(channelValues, variant.epsilon === false ? 0 : epsilon);
    for (const [index, value] of output.entries()) {
      expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 10);
    }

    const size = BigInt(channelValues.length);
    const steps = listBatchNormSteps(variant);
    for (const operation of Object.keys(assignmentCosts) as Operation[]) {
      const times = steps
        .filter((step) => step.operation === operation)
        .reduce((total, step) => total + step.perElement * size + step.perGroup, 0n);
      expect([operation, times]).toEqual([operation, counter.timesOf(operation)]);
    }

    expect(batchNormCoefficients(variant)).toEqual({ perElement, perChannel });
    if (variant.perChannelWork !== false) {
      const flops = counter.flops({ ...assignmentCosts, ...variant.costs });
      expect(batchNormFlops([channelValues.length, 1, 1, 1], variant)).toBe(flops);
    }
  });

  test("the named algorithms are all different and all among the conventions", () => {
    const accepted = new Set(conventions.map(([, , alpha, kappa]) => `${alpha} ${kappa}`));
    const algorithms = Object.values(batchNormAlgorithms);
    const named = algorithms.map((variant) => batchNormCoefficients(variant));
    expect(named.every(({ perElement, perChannel }) => accepted.has(`${perElement} ${perChannel}`))).toBe(
      true,
    );
    const variants = algorithms.map(({ statistics, normalisation }) => `${statistics} ${normalisation}`);
    expect(new Set(variants).size).toBe(11);
  });
});

describe("the notebook's batch of 4 x 3 x 220 x 220", () => {
  test("is 11 N + 8 c, term by term", () => {
    const perChannelElements = BigInt(b * h * w);
    const division = 4n;
    const mean = perChannelElements - 1n + division;
    const variance = perChannelElements + perChannelElements + (perChannelElements - 1n) + division;
    const normalise = perChannelElements + 1n + 1n + division * perChannelElements;
    const affine = perChannelElements + perChannelElements;
    expect(batchNormFlops([b, c, h, w])).toBe(channels * (mean + variance + normalise + affine));
    expect(batchNormFlops([b, c, h, w])).toBe(11n * elements + 8n * channels);
  });

  test.each(notebookValues)("published value of variant %#", (variant, flops) => {
    expect(batchNormFlops([b, c, h, w], variant)).toBe(flops);
  });
});

describe("the stages", () => {
  const keep = (isKept: (step: BatchNormStep) => boolean) =>
    countBatchNormSteps(listBatchNormSteps().filter(isKept));

  test("cost what the definition says", () => {
    expect(keep(({ stage }) => stage === "mean")).toEqual({ perElement: 1n, perChannel: 3n });
    expect(keep(({ stage }) => stage === "variance")).toEqual({ perElement: 3n, perChannel: 3n });
    expect(keep(({ stage }) => stage === "normalisation")).toEqual({ perElement: 5n, perChannel: 2n });
    expect(keep(({ stage }) => stage === "affine")).toEqual({ perElement: 2n, perChannel: 0n });
  });

  test("can be priced otherwise", () => {
    const divisionAsOne = countBatchNormSteps(listBatchNormSteps(), { division: 1n });
    expect(divisionAsOne).toEqual({ perElement: 8n, perChannel: 2n });
  });
});

describe("properties", () => {
  const size = fc.integer({ min: 1, max: 400 });
  const variants = fc.constantFrom(...conventions.map(([, variant]) => variant));

  test("FLOP are c times an affine function of b h w, so b, h and w may be permuted", () => {
    fc.assert(
      fc.property(size, size, size, size, variants, (batch, channelCount, height, width, variant) => {
        const flops = batchNormFlops([batch, channelCount, height, width], variant);
        const { perElement, perChannel } = batchNormCoefficients(variant);
        const perChannelFlops = perElement * BigInt(batch * height * width) + perChannel;
        expect(flops).toBe(BigInt(channelCount) * perChannelFlops);
        expect(batchNormFlops([width, channelCount, batch, height], variant)).toBe(flops);
        expect(batchNormFlops([batch * height * width, channelCount, 1, 1], variant)).toBe(flops);
      }),
    );
  });

  test("a channel of a single element needs no additions for its sums", () => {
    expect(batchNormFlops([1, 1, 1, 1])).toBe(19n);
  });

  test("counts beyond 2^53 are exact", () => {
    const flops = batchNormFlops([65_536, 16_384, 4096, 4096]);
    expect(flops).toBe(11n * 2n ** 54n + 8n * 2n ** 14n);
    expect(flops > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(evaluateBatchNorm([65_536, 16_384, 4096, 4096], { perElement: 0n, perChannel: 1n })).toBe(16_384n);
  });

  test("a shape that is not (b, c, h, w) is refused", () => {
    expect(() => batchNormFlops([4, 3, 220])).toThrow(
      new RangeError("expected a shape (b, c, h, w) with 4 axes, got (4, 3, 220)."),
    );
  });
});
