import { say } from "../testing/say";
import { describeValue, getField, isClose, isSameCount, readCount, readReals } from "./answers";
import type { Read } from "./question";
import { Opaque, type Value } from "./value";

const sayRead = (read: Read<unknown>): string => (read.ok ? "an answer" : say(read.came));

describe("readCount takes what people return for a count", () => {
  test.each<[string, Value, number | bigint]>([
    ["a number", 7, 7],
    ["a bigint", 7n, 7n],
    ["an exact decimal string", "18014398509481985", 18014398509481985n],
    ["a string with a sign and blanks", " +12 ", 12],
    ["a printed double with a sign", "+20266198323167230", 20266198323167230],
    ["a string in scientific form", "1.5e3", 1500],
    ["a number alone in an array", [7], 7],
    ["minus zero", -0, 0],
    ["a double beyond 2^53 as it prints", "18446744073709552000", 2 ** 64],
    ["a double beyond 2^53 to the last digit", "18446744073709551616", 2 ** 64],
    ["a double beyond 2^53 as a bigint", 2n ** 64n, 2 ** 64],
    ["an exact bigint beyond 2^53", 2n ** 64n + 1n, 2n ** 64n + 1n],
  ])("%s", (_, value, answer) => {
    expect(readCount(value)).toEqual({ ok: true, answer });
  });

  test.each<[Value, string]>([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [10n ** 400n, "Infinity"],
    [[-(10n ** 309n)], "-Infinity"],
    ["9".repeat(310), "Infinity"],
    ["many", "a string that is not a number"],
    ["", "a string that is not a number"],
    [undefined, "nothing (undefined)"],
    [null, "null"],
    [[1, 2], "an array of 2"],
    [new Opaque("function"), "a function"],
    [{ macs: 1 }, "an object with macs"],
    [true, "a boolean"],
  ])("%p is refused as %s", (value, came) => {
    expect(sayRead(readCount(value))).toBe(came);
  });
});

test.each([
  ["digits", "9".repeat(1_000_000)],
  ["digits and a letter", `${"9".repeat(1_000_000)}x`],
])("a megabyte of %s is refused without being searched", (_, text) => {
  expect(sayRead(readCount(text))).toBe("a string that is not a number");
});

describe("isSameCount is exact", () => {
  const huge = 2n ** 53n + 1n;
  test.each([
    [6n, 6, true],
    [6n, 6n, true],
    [6, 6n, true],
    [6n, 6.0000001, false],
    [huge, huge, true],
    [huge, Number(huge), true],
    [huge, huge - 1n, false],
    [0n, -0, true],
  ])("%p and %p: %p", (expected, came, same) => {
    expect(isSameCount(expected, came)).toBe(same);
  });
});

describe("isClose", () => {
  test.each([
    [100, 100.9, 0.01, true],
    [100, 101.1, 0.01, false],
    [-100, -100.9, 0.01, true],
    [0, 0, 0.01, true],
    [0, 1e-300, 0.01, false],
    [Number.NaN, Number.NaN, 0.01, false],
    [100, Number.NaN, 0.01, false],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0.01, true],
    [100, Number.POSITIVE_INFINITY, 0.01, false],
    [Number.POSITIVE_INFINITY, 100, 0.01, false],
    [1e308, -1e308, 0.01, false],
  ])("expected %p, came %p within %p: %p", (expected, came, tolerance, close) => {
    expect(isClose(expected, came, tolerance)).toBe(close);
  });
});

test("fields are found in another case or with underscores, but not when two would fit", () => {
  expect(getField({ nKB: 1 }, "nKB")).toBe(1);
  expect(getField({ n_kb: 2 }, "nKB")).toBe(2);
  expect(getField([{ nkb: 3 }], "nKB")).toBe(3);
  expect(getField({ nkb: 1, n_KB: 2 }, "nKB")).toBeUndefined();
  expect(getField(7, "nKB")).toBeUndefined();
});

test("readReals says which list came", () => {
  expect(readReals([1, "2", 3n])).toEqual({ ok: true, answer: [1, 2, 3] });
  expect(sayRead(readReals([1, null]))).toBe("a list that holds null");
  expect(sayRead(readReals(5))).toBe("a number");
});

test("describing a value shows no strange field names and not many", () => {
  const value = { a: 1, b: 2, c: 3, d: 4, "<script>": 5, f: 6 };
  expect(say(describeValue(value))).toBe("an object with a, b, c, d, …, …");
});

test("the keys of an answer are gone through once, however often a field is asked for", () => {
  let listed = 0;
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`key ${at}`, at]));
  const watched = new Proxy(
    { ...many, PARAMS: 7 },
    {
      ownKeys: (target) => {
        listed += 1;
        return Reflect.ownKeys(target);
      },
    },
  );
  for (let at = 0; at < 10; at += 1) expect(getField(watched, "params")).toBe(7);
  expect(listed).toBe(1);
  expect(getField({ PARAMS: 1, Params: 2 }, "params")).toBeUndefined();
});
