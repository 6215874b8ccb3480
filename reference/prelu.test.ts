import fc from "fast-check";
import { countSigns, preluFlops } from "./prelu";
import type { Tensor } from "./tensor";

function row(...values: number[]): Tensor {
  return { shape: [1, values.length], data: Float32Array.from(values) };
}

const matrix = fc
  .record({ rows: fc.nat({ max: 5 }), columns: fc.nat({ max: 8 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, -1e-45)), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((values): Tensor => ({ shape: [rows, columns], data: Float32Array.from(values) })),
  );

function mapTensor(x: Tensor, change: (value: number) => number): Tensor {
  return { shape: x.shape, data: x.data.map(change) };
}

describe("preluFlops", () => {
  test.each([
    ["both zeros are multiplied", row(0, -0), 2n],
    ["all positive", row(1, 2, 3), 0n],
    ["all negative", row(-1, -2, -3), 3n],
    ["subnormals keep their sign", row(1e-45, -1e-45), 1n],
    ["infinities have a sign", row(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY), 1n],
    ["empty rows", { shape: [3, 0], data: new Float32Array(0) }, 0n],
  ])("%s", (_, x, flops) => {
    expect(preluFlops(x)).toBe(flops);
    expect(preluFlops(x, "multiplied")).toBe(flops);
  });

  test("NaN is kept by the definition and multiplied by the usual program", () => {
    const x = row(Number.NaN, -1, 1);
    expect(preluFlops(x)).toBe(1n);
    expect(preluFlops(x, "multiplied")).toBe(2n);
  });

  test("is the definition applied entry by entry", () => {
    fc.assert(
      fc.property(matrix, (x) => {
        const multiplied = [...x.data].filter((value) => value <= 0).length;
        expect(preluFlops(x)).toBe(BigInt(multiplied));
        expect(preluFlops(x, "multiplied")).toBe(BigInt([...x.data].filter((value) => !(value > 0)).length));
      }),
    );
  });

  test("does not change when entries are permuted or scaled by a positive number", () => {
    fc.assert(
      fc.property(matrix, (x) => {
        expect(preluFlops({ shape: x.shape, data: Float32Array.from(x.data).reverse() })).toBe(preluFlops(x));
        expect(preluFlops(mapTensor(x, (value) => 2 * value))).toBe(preluFlops(x));
      }),
    );
  });

  test("adds up over concatenation", () => {
    fc.assert(
      fc.property(matrix, matrix, (x, y) => {
        const both = row(...x.data, ...y.data);
        expect(preluFlops(both)).toBe(preluFlops(x) + preluFlops(y));
      }),
    );
  });

  test("of x and -x add up to the entries plus the zeros", () => {
    fc.assert(
      fc.property(matrix, (x) => {
        const opposite = mapTensor(x, (value) => -value);
        const zeros = BigInt([...x.data].filter((value) => value === 0).length);
        expect(preluFlops(x) + preluFlops(opposite)).toBe(BigInt(x.data.length) + zeros);
      }),
    );
  });

  test("data that do not fill the shape are refused", () => {
    expect(() => preluFlops({ shape: [2, 2], data: new Float32Array(3) })).toThrow(RangeError);
  });
});

describe("countSigns", () => {
  test("sorts every entry into one kind", () => {
    expect(countSigns(row(3, 0, -0, -2, -3, Number.NaN))).toEqual({
      positive: 1n,
      zero: 2n,
      negative: 2n,
      nan: 1n,
    });
    fc.assert(
      fc.property(matrix, (x) => {
        const { positive, zero, negative, nan } = countSigns(x);
        expect(positive + zero + negative + nan).toBe(BigInt(x.data.length));
      }),
    );
  });
});
