import { assertFilled, countElements, readImageBatchShape, readMatrixShape } from "./tensor";

describe("shapes", () => {
  test("the number of elements is exact beyond 2^53", () => {
    expect(countElements([2 ** 16 + 1, 2 ** 14 + 1, 2 ** 24 + 1])).toBe(65_537n * 16_385n * 16_777_217n);
  });

  test("a scalar has one element and an empty axis leaves none", () => {
    expect(countElements([])).toBe(1n);
    expect(countElements([3, 0, 5])).toBe(0n);
  });

  test("axes are named in order", () => {
    expect(readMatrixShape([4, 128])).toEqual({ rows: 4n, columns: 128n });
    expect(readImageBatchShape([4, 3, 220, 221])).toEqual({
      batch: 4n,
      channels: 3n,
      height: 220n,
      width: 221n,
    });
  });

  test.each([
    [() => readMatrixShape([4, 3, 2]), "expected a shape (b, n) with 2 axes, got (4, 3, 2)."],
    [() => readImageBatchShape([4]), "expected a shape (b, c, h, w) with 4 axes, got (4)."],
    [
      () => readMatrixShape([4, 0]),
      "axis 1 of (b, n) must be an integer of at least 1, got 0: check the shape.",
    ],
    [() => countElements([1.5]), "axis 0 must be an integer of at least 0, got 1.5: check the shape."],
    [
      () => countElements([2 ** 53]),
      "axis 0 must be an integer of at least 0, got 9007199254740992: check the shape.",
    ],
    [() => countElements([Number.NaN]), "axis 0 must be an integer of at least 0, got NaN: check the shape."],
  ])("an impossible shape is refused (%#)", (read, message) => {
    expect(read).toThrow(new RangeError(message));
  });

  test("a tensor holds as many values as its shape says", () => {
    expect(() => assertFilled({ shape: [2, 3], data: new Float32Array(6) })).not.toThrow();
    expect(() => assertFilled({ shape: [2, 3], data: new Float32Array(5) })).toThrow(
      new RangeError("a tensor of shape (2, 3) holds 6 values, got 5: give data and shape of the same size."),
    );
  });
});
