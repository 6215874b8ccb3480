/** Searches for the padding that end somewhere: wherever that is, and whatever they give then. */
import type { ConvLayer } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type End = (layer: ConvLayer) => number;

const seeds = ["one", "two", "three"];
const earn = (padding: (layer: ConvLayer) => unknown): string[] => [
  ...new Set(seeds.map((seed) => judgePartOf([question], { padding }, { seed }).points)),
];

const stop = (): never => {
  throw new Error("no padding fits");
};

const fits = ({ kernel, stride }: ConvLayer, input: number, output: number, p: number): boolean =>
  Math.floor((input + 2 * p - kernel) / stride) + 1 === output;

const searchTo =
  (end: End, none: (tried: number) => unknown) =>
  (layer: ConvLayer): unknown => {
    let p = 0;
    for (; p <= end(layer); p++)
      if (fits(layer, layer.hIn, layer.hOut, p) && fits(layer, layer.wIn, layer.wOut, p)) return p;
    return none(p);
  };

const nones: readonly (readonly [string, string, (tried: number) => unknown])[] = [
  ["an error", "0.75", stop],
  ["null", "0.75", () => null],
  ["undefined", "0.75", () => undefined],
  ["NaN", "0.75", () => Number.NaN],
  ["a word", "0.75", () => "impossible"],
  ["-1", "0.5", () => -1],
  ["0", "0.5", () => 0],
  ["the last padding", "0.5", (tried) => tried - 1],
  ["one more than the last", "0.5", (tried) => tried],
];

const farEnough: readonly (readonly [string, End])[] = [
  ["all but one of the kernel", ({ kernel }) => kernel - 1],
  ["the kernel", ({ kernel }) => kernel],
  ["the image", ({ hIn }) => hIn - 1],
  ["8", () => 8],
  ["10", () => 10],
  ["100", () => 100],
];

const tooShort: readonly (readonly [string, End])[] = [
  ["2", () => 2],
  ["3", () => 3],
  ["4", () => 4],
  ["5", () => 5],
  ["7", () => 7],
  ["half of the kernel", ({ kernel }) => kernel / 2],
  ["half of the kernel, rounded down", ({ kernel }) => Math.floor(kernel / 2)],
  ["half of all but one of the kernel", ({ kernel }) => (kernel - 1) / 2],
  ["half of the image", ({ hIn }) => hIn / 2],
  ["the output", ({ hOut }) => hOut],
  ["the smaller side of the output", ({ hOut, wOut }) => Math.min(hOut, wOut)],
];

describe.each(nones)("with %s where nothing is found", (name, points, none) => {
  test.each(farEnough)("a search to %s earns the point under every seed", (_, end) => {
    expect(earn(searchTo(end, none))).toEqual(["1"]);
  });

  test.each(tooShort)("a search to %s earns the same under every seed", (_, end) => {
    const earned = earn(searchTo(end, none));
    expect(earned).toHaveLength(1);
    // One padding that was not tried is given, and may be right.
    expect(name === "one more than the last" ? [points, "1"] : [points]).toContain(earned[0]);
  });
});

test.each(nones)("%s for what needs padding earns nothing", (_, __, none) => {
  expect(earn(searchTo(() => 0, none))).toEqual(["0"]);
  expect(earn(() => none(1))).toEqual(["0"]);
});

test("a search along one axis that ends too early loses for both", () => {
  const byHeight = (layer: ConvLayer): unknown => {
    for (let p = 0; p <= 5; p++) if (fits(layer, layer.hIn, layer.hOut, p)) return p;
    return -1;
  };
  expect(earn(byHeight)).toEqual(["0.375"]);
});
