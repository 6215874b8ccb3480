import fc from "fast-check";
import { decodeArgs } from "../running/sandbox/child/decode-args";
import { GraderFault } from "./faults";
import { encodeArgs, encodeCall } from "./wire";

function roundTrip(value: unknown): unknown {
  return decodeArgs(JSON.parse(encodeArgs([value])))[0];
}

describe("encoded arguments", () => {
  test.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY],
    [-0],
    [0],
    [5e-324],
    [2 ** 53],
  ])("the number %p arrives as itself", (value) => {
    expect(Object.is(roundTrip(value), value)).toBe(true);
  });

  test.each([
    [null],
    [true],
    ["häß\u2028\ud800"],
    [12n ** 40n],
    [undefined],
    [[1, [2, []]]],
    [{ a: { b: [] } }],
  ])("%p arrives as itself", (value) => {
    expect(roundTrip(value)).toEqual(value);
  });

  test("plain data of any shape survives, whatever its keys are called", () => {
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom("$number", "$$", "$", "$float32", "constructor", "length"),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.double(),
        fc.string(),
        fc.boolean(),
        tie("list"),
        tie("record"),
      ),
      list: fc.array(tie("tree"), { maxLength: 4 }),
      record: fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(fc.property(tree, (value) => expect(roundTrip(value)).toEqual(value)));
  });

  test("records of the same fields survive, by column or not, and keep the order of their keys", () => {
    const field = fc.oneof(fc.double(), fc.string(), fc.constantFrom("input", 512));
    const rows = fc
      .uniqueArray(fc.oneof(fc.constantFrom("bytes", "op", "$rows", "__proto__", "at"), fc.string()), {
        maxLength: 4,
      })
      .chain((names) =>
        fc.array(fc.tuple(...names.map(() => field)), { maxLength: 20 }).map((lists) => ({ names, lists })),
      );
    const property = fc.property(rows, fc.boolean(), ({ names, lists }, isUneven) => {
      const records: unknown[] = lists.map((values) =>
        Object.fromEntries(names.map((name, at) => [name, values[at]])),
      );
      if (isUneven) records.push({ bytes: 1 });
      expect(roundTrip(records)).toEqual(records);
    });
    fc.assert(property);
  });

  test("two thousand events travel as their numbers", () => {
    const events = Array.from({ length: 2000 }, (_, i) => ({
      bytes: i,
      category: "activation",
      op: `op ${i % 3}`,
    }));
    expect(encodeArgs([events]).length).toBeLessThan(20_000);
    expect(roundTrip(events)).toEqual(events);
    expect(Object.keys((roundTrip(events) as object[])[0] ?? {})).toEqual(["bytes", "category", "op"]);
  });

  test("a key named __proto__ stays data", () => {
    const value: unknown = JSON.parse('{"__proto__":{"admin":true}}');
    const arrived = roundTrip(value) as object;
    expect(Object.hasOwn(arrived, "__proto__")).toBe(true);
    expect("admin" in arrived).toBe(false);
  });

  test("equal arguments give equal text, in whatever order their keys were written", () => {
    expect(encodeArgs([{ kernel: 3, stride: 1 }])).toBe(encodeArgs([{ stride: 1, kernel: 3 }]));
    expect(encodeArgs([0])).not.toBe(encodeArgs([-0]));
    expect(encodeArgs([1])).not.toBe(encodeArgs(["1"]));
  });

  test("a tensor that repeats a tile stays small, and arrives element by element", () => {
    const data = Float32Array.from({ length: 580_800 }, (_, i) => [-1, 0, 2.5][i % 3] ?? 0);
    const text = encodeArgs([{ shape: [2, 96, 55, 55], data }]);
    expect(text.length).toBeLessThan(200);
    expect(decodeArgs(JSON.parse(text))).toEqual([{ shape: [2, 96, 55, 55], data }]);
  });

  test("tensors of any content and length survive bit by bit", () => {
    const property = fc.property(fc.float32Array(), fc.integer({ min: 0, max: 50 }), (tile, length) => {
      const repeated = Float32Array.from(
        { length: tile.length === 0 ? 0 : length },
        (_, i) => tile[i % tile.length] ?? 0,
      );
      for (const values of [tile, repeated]) expect(roundTrip(values)).toEqual(values);
    });
    fc.assert(property);
  });

  test("a tensor that is a window of a larger buffer travels alone", () => {
    const window = new Float32Array([9, 1, 2, 3]).subarray(1, 3);
    expect(roundTrip(window)).toEqual(new Float32Array([1, 2]));
  });

  test.each([[() => 1], [Symbol("s")], [new Date(0)], [new Map()]])(
    "%p is a fault of ours, not of a student",
    (value) => {
      expect(() => encodeArgs([value])).toThrow(GraderFault);
    },
  );

  test("a circular argument is a fault of ours and ends", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => encodeArgs(circle)).toThrow("circular");
  });

  test("an encoded call keeps the name of its export", () => {
    expect(encodeCall({ export: "padding", args: [1] })).toEqual({ export: "padding", argsText: "[1]" });
  });
});
