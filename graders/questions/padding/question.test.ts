import type { ConvLayer } from "../../contract";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

const judge = (padding: (layer: ConvLayer) => unknown) => judgePartOf([question], { padding });

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

test.each([
  [
    "equation-without-floor",
    "0.5",
    (l: ConvLayer) => Math.max(0, ((l.hOut - 1) * l.stride + l.kernel - l.hIn) / 2),
  ],
  ["total-padding", "0.5", (l: ConvLayer) => Math.max(0, (l.hOut - 1) * l.stride + l.kernel - l.hIn)],
  ["sign-error", "0.25", (l: ConvLayer) => -searchPadding(l)],
  ["same-padding", "0", (l: ConvLayer) => (l.kernel - 1) / 2],
  ["kernel-minus-one", "0", (l: ConvLayer) => l.kernel - 1],
  ["size-difference", "0", (l: ConvLayer) => l.hIn - l.hOut],
  ["half-size-difference", "0", (l: ConvLayer) => (l.hIn - l.hOut) / 2],
])("%s is recognised and earns %s", (id, points, padding) => {
  const verdict = judge(padding);
  expect(nameFinding(verdict)).toBe(`reading:${id}`);
  expect(verdict.points).toBe(points);
});

test("the notebook's own answer alone, hard-coded, earns nothing", () => {
  expect(nameFinding(judge(() => 0))).toBe("unexplained");
});
