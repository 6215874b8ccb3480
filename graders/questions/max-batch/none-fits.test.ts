/** Every form in which people tell that nothing fits, beside other ways of counting; and searches that end too early. */
import type { Gpu, ModelMemory } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type MaxBatchSize = (model: ModelMemory, gpu: Gpu) => unknown;

const seeds = ["one", "two"] as const;
/** Under one of the seeds in turn: of neighbours in a table, each under another. */
const earn = (maxBatchSize: MaxBatchSize, at: number): string =>
  judgePartOf([question], { maxBatchSize }, { seed: seeds[at % 2] ?? "" }).points;

const stop = (): never => {
  throw new Error("not even one sample fits");
};

type Form = readonly [name: string, share: number, none: () => unknown];
type Way = readonly [name: string, share: number, fill: Fill];
/** With the place of each. */
const number = <Row extends readonly unknown[]>(rows: readonly Row[]) =>
  rows.map((row, at) => [...row, at] as const);

const forms = number<Form>([
  ["0", 1, () => 0],
  ["1", 0.75, () => 1],
  ["null", 0.75, () => null],
  ["undefined", 0.75, () => undefined],
  ["NaN", 0.75, () => Number.NaN],
  ["infinity", 0.75, () => Number.POSITIVE_INFINITY],
  ["false", 0.75, () => false],
  ["an error", 0.75, stop],
  ['"none"', 0.75, () => "none"],
  ['"out of memory"', 0.75, () => "out of memory"],
  ["-1", 0.5, () => -1],
  ["2", 0, () => 2],
]);

type Fill = (model: ModelMemory, gpu: Gpu) => number;

const filled =
  ({ copies = 4, share = 0, perSample = 1 }): Fill =>
  ({ params, activationBytesPerSample }, { memory }) =>
    ((1 - share) * memory - 4 * copies * params) / (perSample * activationBytesPerSample);

const ways = number<Way>([
  ["all that fits", 1, filled({})],
  ["a tenth kept", 1, filled({ share: 0.1 })],
  ["room for the step", 1, filled({ copies: 5 })],
  ["gradients forgotten", 0.5, filled({ copies: 3 })],
  ["activations doubled", 0.75, filled({ perSample: 2 })],
]);

const round = (points: number): string => String(Math.round(points * 1e4) / 1e4);

describe.each(ways)("%s", (_, share, fill, way) => {
  test.each(forms)("and %s where no sample fits", (_name, ofForm, none, at) => {
    const told: MaxBatchSize = (model, gpu) => {
      const samples = fill(model, gpu);
      return samples < 1 ? none() : Math.floor(samples);
    };
    expect(earn(told, way + at)).toBe(round(share * ofForm));
  });

  test.each(forms.filter(([name]) => !/^[12]$/.test(name)))(
    "and %s where not even the fixed part does",
    (_name, ofForm, none, at) => {
      const told: MaxBatchSize = (model, gpu) => {
        const samples = fill(model, gpu);
        return samples <= 0 ? none() : Math.floor(samples);
      };
      expect(earn(told, way + at)).toBe(round(share * ofForm));
    },
  );
});

test.each(forms)("%s whatever is asked earns nothing", (_, __, none, at) => {
  expect(earn(none, at)).toBe("0");
});

describe.each(number([[64], [128], [1000], [10_000], [1_000_000]]))("a search to batch %d", (last, at) => {
  const search =
    (fill: Fill, end: (last: number) => unknown): MaxBatchSize =>
    (model, gpu) => {
      const samples = Math.max(0, Math.floor(fill(model, gpu)));
      return samples > last ? end(last) : samples;
    };

  test.each(ways)("that gives its last batch: %s", (_, share, fill, way) => {
    expect(
      earn(
        search(fill, (batch) => batch),
        way + at,
      ),
    ).toBe(round(0.75 * share));
  });

  test.each(ways)("that then ends without a number: %s", (_, share, fill, way) => {
    for (const none of [() => undefined, stop])
      expect(earn(search(fill, none), way + at)).toBe(round(0.75 * share));
  });

  test.each(ways)("that then says that nothing fits: %s", (_, share, fill, way) => {
    for (const none of [() => 0, () => -1])
      expect(earn(search(fill, none), way + at)).toBe(round(0.5 * share));
  });
});

/** No formula at all: no draw may pay for it. */
const earnAnywhere = (maxBatchSize: MaxBatchSize): readonly string[] =>
  seeds.map((_, at) => earn(maxBatchSize, at));

test.each([16, 32, 48])("a search to batch %d is a guess", (last) => {
  const fill = filled({});
  const search: MaxBatchSize = (model, gpu) => Math.min(last, Math.max(0, Math.floor(fill(model, gpu))));
  expect(earnAnywhere(search)).toEqual(["0", "0"]);
});

/** Of all that is known by heart, the fixed inputs are the most: what is drawn has to be counted. */
test.each([64, 128, 1000])("one number, %d, for what is drawn earns nothing", (number) => {
  const fill = filled({});
  const fixed: MaxBatchSize = (model, gpu) =>
    gpu.name === "Some GPU" && gpu.memory % 2 ** 20 === 0 && gpu.memory !== 2 ** 39
      ? number
      : Math.max(0, Math.floor(fill(model, gpu)));
  expect(earnAnywhere(fixed)).toEqual(["0", "0"]);
});

test.each(number([[2], [4], [8], [16], [32]]))(
  "the largest multiple of %d earns three quarters, with room kept or without",
  (of, at) => {
    for (const [, share, fill, way] of ways) {
      const multiple: MaxBatchSize = (model, gpu) => Math.max(0, of * Math.floor(fill(model, gpu) / of));
      expect(earn(multiple, way + at)).toBe(round(0.75 * share));
    }
  },
);

test.each(number([[1.01], [1.05], [1.1], [1.2], [1.25], [1.3], [1.4], [1.5]]))(
  "room of %d times the fixed part is room kept",
  (times, at) => {
    for (const [, share, fill, way] of number<Way>([
      ["all that fits", 1, filled({ copies: 4 * times })],
      ["beside activations doubled", 0.75, filled({ copies: 4 * times, perSample: 2 })],
    ])) {
      const withRoom: MaxBatchSize = (model, gpu) => Math.max(0, Math.floor(fill(model, gpu)));
      expect(earn(withRoom, way + at)).toBe(round(share));
    }
  },
);
