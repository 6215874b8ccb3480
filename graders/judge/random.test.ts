import { createRandom } from "./random";

const drawMany = (seed: string, label: string, count = 40): readonly number[] => {
  const random = createRandom(seed, label);
  return Array.from({ length: count }, () => random.integer(0, 0xffff_ffff));
};

test("the same seed and label give the same numbers, another seed or label others", () => {
  const drawn = drawMany("seed", "padding/padding");
  expect(drawMany("seed", "padding/padding")).toEqual(drawn);
  for (const other of [drawMany("seed.", "padding/padding"), drawMany("seed", "padding/paddin")])
    expect(other.filter((one) => drawn.includes(one))).toEqual([]);
});

test("a label cannot pass for the end of a seed", () => {
  expect(drawMany("a\nb", "c")).not.toEqual(drawMany("a", "b\nc"));
});

test("a stream has more beginnings than can be tried: of 200,000 seeds no two begin alike", () => {
  // Of streams that start from 32 bits, two or more would, in 99 of 100 such draws.
  const starts = Array.from({ length: 200_000 }, (_, index) => drawMany(`${index}`, "bytes/bytes", 2).join());
  expect(new Set(starts).size).toBe(starts.length);
});

test("a stream goes on from block to block without coming back to one", () => {
  const drawn = drawMany("seed", "bytes/bytes", 4096);
  expect(new Set(drawn).size).toBe(drawn.length);
});
