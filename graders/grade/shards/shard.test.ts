import fc from "fast-check";
import { UsageError } from "../../contract/faults";
import { findShard, formatShard, isInShard, mostShards, parseShard } from "./shard";

const id = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: "binary", minLength: 1 }));

test("every id is in exactly one of any number of shards", () => {
  fc.assert(
    fc.property(id, fc.integer({ min: 1, max: 40 }), (one, count) => {
      const shards = Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
      const own = shards.filter((shard) => isInShard(one, shard));
      expect(own).toEqual([findShard(one, count)]);
    }),
  );
});

test("a class of 1,000 is spread so that no shard of 5 has a third more than another", () => {
  const sizes = [0, 0, 0, 0, 0];
  for (let at = 0; at < 1000; at += 1) {
    const { index } = findShard(`student-${at}`, 5);
    sizes[index - 1] = (sizes[index - 1] ?? 0) + 1;
  }
  expect(Math.max(...sizes)).toBeLessThan((Math.min(...sizes) * 4) / 3);
});

test("the shard of an id is the same in every version: a class may be half graded when the grader is brought up to date", () => {
  const shards = ["ann", "bob", "cy", "dee", "fay", "hal"].map((one) => formatShard(findShard(one, 5)));
  expect(shards).toEqual(["1/5", "5/5", "5/5", "3/5", "5/5", "1/5"]);
});

test("a shard is read as it is written", () => {
  expect(parseShard("2/5")).toEqual({ index: 2, count: 5 });
  expect(parseShard("1/1")).toEqual({ index: 1, count: 1 });
});

test.each(["", "2", "0/5", "6/5", "2/0", "-1/5", "1.5/5", "2/5/7", " 2/5", "a/b", `1/${mostShards + 1}`])(
  "%p is refused in one line that says what was expected",
  (text) => {
    expect(() => parseShard(text)).toThrow(UsageError);
    expect(() => parseShard(text)).toThrow(/^--shard: expected .*"2\/5".*, got ".*"$/);
  },
);
