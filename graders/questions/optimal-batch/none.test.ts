/** Every form in which people tell that there is no batch, beside every other way to answer; and searches that end. */
import type { Gpu, PReLULinear } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type Optimum = (model: PReLULinear, gpu: Gpu) => unknown;

const seeds = ["one", "two", "three"];
const earn = (optimalBatchSize: Optimum): string[] => [
  ...new Set(seeds.map((seed) => judgePartOf([question], { optimalBatchSize }, { seed }).points)),
];

const stop = (): never => {
  throw new Error("no batch is ever compute bound");
};

/** The batch at which intensity and ridge are equal; 0 or less where none is. */
function cross({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  return (ridge * 4 * (n * m + 1)) / (2 * n * m + n / 2 - ridge * 4 * (3 * n + m));
}

const orElse =
  (told: (batch: number) => unknown, none: (crossing: number, gpu: Gpu) => unknown): Optimum =>
  (model, gpu) => {
    const crossing = cross(model, gpu);
    return crossing > 0 ? told(Math.max(1, Math.ceil(crossing))) : none(crossing, gpu);
  };

const forms: readonly (readonly [string, number, (crossing: number, gpu: Gpu) => unknown])[] = [
  ["null", 1, () => null],
  ["undefined", 1, () => undefined],
  ["NaN", 1, () => Number.NaN],
  ["infinity", 1, () => Number.POSITIVE_INFINITY],
  ["minus infinity", 1, () => Number.NEGATIVE_INFINITY],
  ["false", 1, () => false],
  ["an error", 0.75, stop],
  ['"never"', 0.75, () => "never"],
  ['"none"', 0.75, () => "none"],
  ["an empty string", 0.75, () => ""],
  ["a sentence", 0.75, () => "No batch is ever compute bound on this GPU."],
  ["-1", 0.5, () => -1],
  ["0", 0.5, () => 0],
  ["1", 0.5, () => 1],
  ["64", 0.5, () => 64],
  ["a billion", 0.5, () => 1e9],
  ["the largest integer", 0.5, () => Number.MAX_SAFE_INTEGER],
  ["the largest number", 0.5, () => Number.MAX_VALUE],
  ["what the formula gives", 0.5, (crossing) => Math.ceil(crossing)],
  ["what the formula gives, unrounded", 0.5, (crossing) => crossing],
  ["bytes of the memory", 0.5, (_, { memory }) => memory],
];

const told: readonly (readonly [string, number, (batch: number) => unknown])[] = [
  ["the smallest batch", 1, (batch) => batch],
  ["one too many", 0.5, (batch) => batch + 1],
  ["a power of two", 0.5, (batch) => 2 ** Math.ceil(Math.log2(batch))],
  ["a multiple of 8", 0.5, (batch) => 8 * Math.ceil(batch / 8)],
];

describe.each(told)("%s", (_, share, tell) => {
  test.each(forms)("and %s for none", (_name, ofForm, none) => {
    expect(earn(orElse(tell, none))).toEqual([String(share * ofForm)]);
  });
});

test.each(forms.slice(0, -3))(
  "%s for every model and every GPU earns nothing for its form",
  (name, _, none) => {
    const always = earn((model, gpu) => none(cross(model, gpu), gpu));
    // The largest batch of the plot is another idea of optimal.
    expect(always).toEqual([name === "64" ? "0.5" : "0"]);
  },
);

describe.each([16, 100, 1000, 1024])("a search to batch %d", (last) => {
  test.each(forms.slice(0, 13))("that ends with %s", (_, ofForm, none) => {
    const search = orElse((batch) => (batch > last ? none(-1, { memory: 1 } as Gpu) : batch), none);
    expect(earn(search)).toEqual([String(0.5 * ofForm)]);
  });

  test("that ends with its last batch loses for both", () => {
    const search = orElse(
      (batch) => Math.min(batch, last),
      () => last,
    );
    expect(earn(search)).toEqual([last === 64 ? "0.5" : "0.25"]);
  });
});

test.each([1e4, 1e5, 1e6])(
  "a search that reaches every optimum, to batch %d, loses for its last batch alone",
  (last) => {
    const search = orElse(
      (batch) => Math.min(batch, last),
      () => last,
    );
    expect(earn(search)).toEqual(["0.5"]);
  },
);

test.each([4, 8, 10, 12, 15])("a search over %d batches is a guess", (last) => {
  const none = orElse(
    (batch) => (batch > last ? null : batch),
    () => null,
  );
  const lastBatch = orElse(
    (batch) => Math.min(batch, last),
    () => last,
  );
  expect([...earn(none), ...earn(lastBatch)]).toEqual(["0", "0"]);
});

test("errors for all but a few are no way to tell none", () => {
  expect(earn(orElse((batch) => (batch > 1 ? stop() : 1), stop))).toEqual(["0"]);
});
