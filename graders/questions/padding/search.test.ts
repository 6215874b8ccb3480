/** A padding that is found by trying one after the other: where the search ends is worth the same under every seed. */
import type { ConvLayer } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

const search =
  (isOver: (p: number, layer: ConvLayer) => boolean, giveUp: () => number) =>
  (layer: ConvLayer): number => {
    const sizeOf = (input: number, p: number) =>
      Math.floor((input + 2 * p - layer.kernel) / layer.stride) + 1;
    for (let p = 0; !isOver(p, layer); p++)
      if (sizeOf(layer.hIn, p) === layer.hOut && sizeOf(layer.wIn, p) === layer.wOut) return p;
    return giveUp();
  };

const fail = (): number => {
  throw new Error("no padding gives this output");
};

const listPoints = (padding: (layer: ConvLayer) => number): readonly string[] => {
  const seeds = Array.from({ length: 6 }, (_, at) => `seed ${at}`);
  return [...new Set(seeds.map((seed) => judgePartOf([question], { padding }, { seed }).points))];
};

test.each([
  ["throws", fail],
  ["returns -1", () => -1],
])("a search below the kernel that %s afterwards is right", (_, giveUp) => {
  expect(listPoints(search((p, { kernel }) => p >= kernel, giveUp))).toEqual(["1"]);
});

test.each([1, 2, 5])("a search up to %d earns one mark, whatever the seed", (limit) => {
  expect(listPoints(search((p) => p > limit, fail))).toHaveLength(1);
  expect(
    listPoints(
      search(
        (p) => p > limit,
        () => -1,
      ),
    ),
  ).toHaveLength(1);
});
