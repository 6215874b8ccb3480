import fc from "fast-check";
import type { ConvAxis, ConvLayer } from "./padding";
import {
  countOutputPositions,
  findAdmissiblePadding,
  findSymmetricPadding,
  heightAxis,
  solveTotalPadding,
  widthAxis,
} from "./padding";

const notebook: ConvLayer = { hIn: 11, wIn: 11, cIn: 16, hOut: 9, wOut: 9, cOut: 16, kernel: 3, stride: 1 };

function square(input: number, output: number, kernel: number, stride: number): ConvLayer {
  return { hIn: input, wIn: input, cIn: 1, hOut: output, wOut: output, cOut: 1, kernel, stride };
}

/** Slides the kernel over the padded axis, as long as its last tap is inside. */
function slideKernel(axis: Omit<ConvAxis, "output">, totalPadding: number): number {
  let positions = 0;
  while (positions * axis.stride + (axis.kernel - 1) * axis.dilation < axis.input + totalPadding) {
    positions += 1;
  }
  return positions;
}

const smallAxis = fc.record({
  input: fc.integer({ min: 1, max: 12 }),
  output: fc.integer({ min: 1, max: 12 }),
  kernel: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 4 }),
  dilation: fc.integer({ min: 1, max: 3 }),
});
// More than any of these axes can need: 4 * 11 + 3 * 4 pixels.
const enough = Array.from({ length: 64 }, (_, padding) => padding);

describe("output size", () => {
  test("agrees with sliding the kernel over the padded axis", () => {
    fc.assert(
      fc.property(smallAxis, fc.nat({ max: 20 }), (axis, padding) => {
        expect(countOutputPositions(axis, padding)).toBe(slideKernel(axis, padding));
      }),
    );
  });

  test("the notebook's layer keeps 9 of 11 pixels without padding and 11 with one per side", () => {
    expect(countOutputPositions(heightAxis(notebook), 0)).toBe(9);
    expect(countOutputPositions(heightAxis(notebook), 2)).toBe(11);
  });
});

describe("admissible padding of one axis", () => {
  test("is exactly the set of totals that give the output", () => {
    fc.assert(
      fc.property(smallAxis, (axis) => {
        const fitting = enough.filter((padding) => slideKernel(axis, padding) === axis.output);
        const interval = findAdmissiblePadding(axis);
        expect(interval).toEqual(fitting.length === 0 ? null : { least: fitting[0], most: fitting.at(-1) });
        expect(fitting.length).toBe(interval === null ? 0 : interval.most - interval.least + 1);
      }),
      { numRuns: 1000 },
    );
  });

  test("a stride leaves stride - 1 pixels of play around the exact solution", () => {
    const axis = heightAxis(square(224, 112, 7, 2));
    expect(solveTotalPadding(axis)).toBe(5);
    expect(findAdmissiblePadding(axis)).toEqual({ least: 5, most: 6 });
  });

  test("a size that is no positive integer is refused by its name", () => {
    expect(() => findAdmissiblePadding({ ...heightAxis(notebook), stride: 0 })).toThrow(
      new RangeError("stride must be an integer of at least 1, got 0: check the shape."),
    );
  });
});

describe("smallest symmetric padding", () => {
  test.each([
    ["the notebook: 11 -> 9, 3 taps", notebook, 0],
    ["same size, 3 taps", square(11, 11, 3, 1), 1],
    ["same size, 1 tap", square(5, 5, 1, 1), 0],
    ["full convolution", square(11, 13, 3, 1), 2],
    ["224 -> 112, 7 taps, stride 2: the equation says 2.5, the floor allows 3", square(224, 112, 7, 2), 3],
    ["11 -> 9 with stride 2 is legal, if senseless", square(11, 9, 3, 2), 4],
    ["4 taps and equal size would need 1 + 2", square(16, 16, 4, 1), null],
    ["11 -> 7 with 3 taps would need negative padding", square(11, 7, 3, 1), null],
    ["height and width need the same", { ...notebook, hIn: 20, hOut: 18 }, 0],
    ["height needs 1, width 0", { ...notebook, hOut: 11 }, null],
    ["stride play reconciles 5..6 and 6..7", { ...square(224, 112, 7, 2), wIn: 223 }, 3],
  ])("%s", (_, layer, expected) => {
    expect(findSymmetricPadding(layer)).toBe(expected);
  });

  test("dilation widens the kernel", () => {
    expect(findSymmetricPadding(square(11, 11, 3, 1), 2)).toBe(2);
    expect(widthAxis(notebook, 3).dilation).toBe(3);
  });

  test("is the first that a search over both axes finds", () => {
    const layers = fc.record({ height: smallAxis, width: smallAxis });
    fc.assert(
      fc.property(layers, ({ height, width }) => {
        const { kernel, stride, dilation } = height;
        const [hIn, hOut, wIn, wOut] = [height.input, height.output, width.input, width.output];
        const found = enough.find((padding) =>
          [
            [hIn, hOut],
            [wIn, wOut],
          ].every(
            ([input = 0, output]) => slideKernel({ input, kernel, stride, dilation }, 2 * padding) === output,
          ),
        );
        const layer = { hIn, wIn, hOut, wOut, kernel, stride, cIn: 1, cOut: 1 };
        expect(findSymmetricPadding(layer, dilation)).toBe(found ?? null);
      }),
      { numRuns: 2000 },
    );
  });
});
