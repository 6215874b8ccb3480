import type { ConvLayer } from "../../contract/value";
import { type JudgeOptions, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

const judge = (padding: (layer: ConvLayer) => unknown, options: JudgeOptions = {}) =>
  judgePartOf([question], { padding }, options);

/** Written the long way, independent of the reference. */
function searchPadding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const sizeOf = (input: number, p: number) => Math.floor((input + 2 * p - kernel) / stride) + 1;
  for (let p = 0; p < 1000; p++) if (sizeOf(hIn, p) === hOut && sizeOf(wIn, p) === wOut) return p;
  throw new Error("no padding fits");
}

test("a search for the smallest padding earns the point", () => {
  const verdict = judge(searchPadding);
  expect(nameFinding(verdict)).toBe("reading:smallest");
  expect(verdict.points).toBe("1");
});

/** The total padding of an axis by the equation, without its floor. */
const solve = (input: number, output: number, { kernel, stride }: ConvLayer) =>
  (output - 1) * stride + kernel - input;
const solveHeight = (l: ConvLayer) => solve(l.hIn, l.hOut, l);
const solveWidth = (l: ConvLayer) => solve(l.wIn, l.wOut, l);

test.each<[string, string, (layer: ConvLayer) => number]>([
  ["sign-error", "0.25", (l) => -searchPadding(l)],
  ["one-too-many", "0.25", (l) => searchPadding(l) + 1],
  ["same-padding", "0", (l) => (l.kernel - 1) / 2],
  ["same-padding-cut", "0", (l) => Math.floor((l.kernel - 1) / 2)],
  ["half-kernel", "0", (l) => Math.floor(l.kernel / 2)],
  ["kernel-minus-one", "0", (l) => l.kernel - 1],
  ["size-difference", "0", (l) => l.hIn - l.hOut],
  ["half-size-difference", "0", (l) => (l.hIn - l.hOut) / 2],
  ["height-only", "0.75", (l) => Math.max(0, Math.ceil(solveHeight(l) / 2))],
  ["width-only", "0.75", (l) => Math.max(0, Math.ceil(solveWidth(l) / 2))],
  ["height-only+one-too-many", "0.25", (l) => Math.max(0, Math.ceil(solveHeight(l) / 2)) + 1],
  ["width-only+one-too-many", "0.25", (l) => Math.max(0, Math.ceil(solveWidth(l) / 2)) + 1],
  ["negative-kept", "0.75", (l) => Math.ceil(Math.max(solveHeight(l), solveWidth(l)) / 2)],
  ["negative-kept+width-only", "0.5625", (l) => Math.ceil(solveWidth(l) / 2)],
  ["rounded-down", "0.5", (l) => Math.max(0, solveHeight(l) >> 1, solveWidth(l) >> 1)],
  ["twice-the-smallest", "0.5", (l) => 2 * searchPadding(l)],
  ["twice-the-smallest-alone", "0.5", (l) => 2 * Math.ceil(Math.max(solveHeight(l), solveWidth(l)) / 2)],
  ["total-padding+sign-error", "0.125", (l) => Math.min(0, -solveHeight(l), -solveWidth(l))],
  ["height-only+sign-error", "0.1875", (l) => -Math.max(0, Math.ceil(solveHeight(l) / 2))],
  ["rounded-down+one-too-many", "0.125", (l) => Math.max(0, solveHeight(l) >> 1, solveWidth(l) >> 1) + 1],
  [
    "total-padding-alone+stride-ignored",
    "0.25",
    (l) => Math.max(l.hOut - l.hIn, l.wOut - l.wIn) + l.kernel - 1,
  ],
  ["at-least-one", "0.75", (l) => Math.max(1, searchPadding(l))],
  ["height-only+at-least-one", "0.5625", (l) => Math.max(1, Math.ceil(solveHeight(l) / 2))],
  ["rounded-down+at-least-one", "0.375", (l) => Math.max(1, solveHeight(l) >> 1, solveWidth(l) >> 1)],
  ["total-padding+at-least-one", "0.375", (l) => Math.max(1, solveHeight(l), solveWidth(l))],
  ["equation-without-floor+at-least-one", "0.375", (l) => Math.max(1, solveHeight(l) / 2, solveWidth(l) / 2)],
  ["stride-ignored", "0.5", (l) => Math.max(0, Math.ceil((l.hOut - l.hIn + l.kernel - 1) / 2))],
])("%s is recognised and earns %s", (id, points, padding) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(padding, { seed });
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

/** What is made of an axis, from its total and its total at stride 1. */
const perAxis: readonly (readonly [string, string, (total: number, atStrideOne: number) => number])[] = [
  ["equation-without-floor", "0.5", (total) => (total > 0 ? total / 2 : 0)],
  ["equation-alone", "0.5", (total) => total / 2],
  ["rounded-down", "0.5", (total) => (total > 0 ? total >> 1 : 0)],
  ["rounded-down-alone", "0.5", (total) => total >> 1],
  ["rounded-towards-zero", "0.5", (total) => (total / 2) | 0],
  ["equation-one-too-many", "0.25", (total) => (total + 2) / 2],
  ["total-padding", "0.5", (total) => (total > 0 ? total : 0)],
  ["total-padding-alone", "0.5", (total) => total],
  ["stride-ignored-alone", "0.5", (_, atStrideOne) => atStrideOne / 2],
  ["stride-ignored-rounded-up", "0.5", (_, atStrideOne) => Math.ceil(atStrideOne / 2)],
  ["stride-ignored-rounded-down", "0.5", (_, atStrideOne) => Math.floor(atStrideOne / 2)],
  ["sign-error-in-equation", "0.25", (total) => total / -2],
];

describe.each(perAxis)("%s earns %s", (id, points, solveAxis) => {
  const byHeight = (l: ConvLayer) => solveAxis(solveHeight(l), l.hOut - l.hIn + l.kernel - 1);
  const byWidth = (l: ConvLayer) => solveAxis(solveWidth(l), l.wOut - l.wIn + l.kernel - 1);

  test.each<[string, (layer: ConvLayer) => number]>([
    ["", (l) => (byHeight(l) > byWidth(l) ? byHeight(l) : byWidth(l))],
    ["height-only", byHeight],
    ["width-only", byWidth],
  ])("with its axes %p", (axis, padding) => {
    const ids = id.startsWith("stride") ? [axis, id] : [id, axis];
    for (const seed of ["one", "two", "three"]) {
      const verdict = judge(padding, { seed });
      expect(nameFinding(verdict)).toBe(`reading:${ids.filter((one) => one !== "").join("+")}`);
      expect(verdict.points).toBe(points);
    }
  });
});

describe("the total of both sides", () => {
  const total = (l: ConvLayer) => Math.max(0, solveHeight(l), solveWidth(l));

  test.each<[string, string, (layer: ConvLayer) => number]>([
    ["total-padding-told", "The number is the total padding.", total],
    ["total-padding-told", "Das ist die Summe beider Seiten.", total],
    ["total-padding-told", "C'est pour les deux côtés ensemble.", total],
    ["twice-the-smallest-told", "For both sides together.", (l) => 2 * searchPadding(l)],
  ])("is right where it is told: %s, %s", (id, explanation, padding) => {
    for (const seed of ["one", "two", "three"]) {
      const verdict = judge(padding, { seed, explanations: { padding: explanation } });
      expect(nameFinding(verdict)).toBe(`reading:${id}`);
      expect(verdict.points).toBe("1");
    }
  });

  test("told, and of one axis alone, loses what the other axis is worth", () => {
    const verdict = judge((l) => Math.max(0, solveWidth(l)), {
      explanations: { padding: "The number is the total padding." },
    });
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:width-only", "0.75"]);
  });

  test("told, and negative where none is needed, loses what a negative padding loses", () => {
    const explanations = { padding: "The number is the total padding." };
    const verdict = judge((l) => Math.max(solveHeight(l), solveWidth(l)), { explanations });
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:total-padding-alone-told", "0.75"]);
  });

  test("earns half where the explanation speaks of something else", () => {
    const explanations = { padding: "I solved the formula of the output size for p." };
    expect(judge(total, { explanations }).points).toBe("0.5");
  });
});

test("the notebook's own answer alone, hard-coded, earns nothing", () => {
  expect(nameFinding(judge(() => 0))).toBe("unexplained");
});

test("the notebook's lucky formulas earn nothing", () => {
  expect(judge(() => 2 - 2).points).toBe("0");
  expect(judge(() => 1).points).toBe("0");
});

describe("ways to write the right answer", () => {
  test.each<[string, (layer: ConvLayer) => unknown]>([
    ["one number per axis", (layer) => [searchPadding(layer), searchPadding(layer)]],
    ["by name of the axis", (layer) => ({ h: searchPadding(layer), w: searchPadding(layer) })],
    ["no padding by its name", (layer) => searchPadding(layer) || "valid"],
    ["no padding in another word", (layer) => searchPadding(layer) || " None"],
    ["a bigint", (layer) => BigInt(searchPadding(layer))],
    ["a decimal string", (layer) => String(searchPadding(layer))],
    ["negative zero", (layer) => searchPadding(layer) || -0],
  ])("%s", (_, padding) => {
    expect(judge(padding).points).toBe("1");
  });

  test.each<[unknown, string]>([
    [[1, 2], "different paddings for the two axes"],
    [["one", "one"], "an array of 2"],
    [[1, 2, 3], "an array of 3"],
    ["same", "a string that is not a number"],
    [Number.NaN, "NaN"],
  ])("but %j is malformed", (answer, came) => {
    expect(sayCame(judge(() => answer).finding)).toBe(came);
  });
});
