/** Where the axes need different paddings, some give both, and some say that there is none: one mark under every seed. */
import type { ConvLayer } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

const seeds = ["one", "two", "three", "four"];
const earn = (padding: (layer: ConvLayer) => unknown): string[] => [
  ...new Set(seeds.map((seed) => judgePartOf([question], { padding }, { seed }).points)),
];

const solve = (input: number, output: number, { kernel, stride }: ConvLayer, round = Math.ceil): number =>
  Math.max(0, round(((output - 1) * stride + kernel - input) / 2));

const stop = (): never => {
  throw new Error("no symmetric padding gives this output");
};

const tells: readonly (readonly [string, (h: number, w: number) => unknown])[] = [
  ["a pair", (h, w) => [h, w]],
  ["a pair, the width first", (h, w) => [w, h]],
  ["an object", (h, w) => ({ h, w })],
  ["a pair where they differ", (h, w) => (h === w ? h : [h, w])],
  ["an error where they differ", (h, w) => (h === w ? h : stop())],
  ["null where they differ", (h, w) => (h === w ? h : null)],
  ["a word where they differ", (h, w) => (h === w ? h : "impossible")],
  ["-1 where they differ", (h, w) => (h === w ? h : -1)],
];

test.each(tells)("%s earns three quarters", (_, tell) => {
  expect(earn((l) => tell(solve(l.hIn, l.hOut, l), solve(l.wIn, l.wOut, l)))).toEqual(["0.75"]);
});

test.each(tells)("%s beside a slip that is worth half costs nothing more", (_, tell) => {
  const halfDown = (l: ConvLayer) =>
    tell(solve(l.hIn, l.hOut, l, Math.floor), solve(l.wIn, l.wOut, l, Math.floor));
  expect(earn(halfDown)).toEqual(["0.5"]);
});

test("two numbers whatever is asked earn nothing", () => {
  expect(earn(() => [1, 2])).toEqual(["0"]);
});
