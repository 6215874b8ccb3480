import fc from "fast-check";
import type { ConvLayer, ConvolutionOptions } from "./convolution";
import { countConvolution, countDepthwiseConvolution, countValidTaps } from "./convolution";
import { countOutputPositions, heightAxis } from "./padding";

const hOut = 9n;
const wOut = 9n;
const cIn = 16n;
const cOut = 16n;
const kernel = 3n;
const notebook: ConvLayer = { hIn: 11, wIn: 11, cIn: 16, hOut: 9, wOut: 9, cOut: 16, kernel: 3, stride: 1 };

interface Geometry {
  readonly layer: ConvLayer;
  readonly groups: number;
  readonly batch: number;
  readonly dilation: number;
  readonly padding: number;
}

/** Walks through every output and tap of a layer, and counts as a program would that starts each sum at its first term. */
function walkConvolution({ layer, groups, batch, dilation, padding }: Geometry, skipsPadding: boolean) {
  let [multiplications, additions, outputs] = [0, 0, 0];
  for (let filter = 0; filter < batch * layer.cOut; filter += 1) {
    for (let row = 0; row < layer.hOut; row += 1) {
      for (let column = 0; column < layer.wOut; column += 1) {
        let terms = 0;
        for (let channel = 0; channel < layer.cIn / groups; channel += 1) {
          for (let tapY = 0; tapY < layer.kernel; tapY += 1) {
            for (let tapX = 0; tapX < layer.kernel; tapX += 1) {
              const y = row * layer.stride - padding + tapY * dilation;
              const x = column * layer.stride - padding + tapX * dilation;
              const isPixel = y >= 0 && y < layer.hIn && x >= 0 && x < layer.wIn;
              terms += isPixel || !skipsPadding ? 1 : 0;
            }
          }
        }
        outputs += 1;
        multiplications += terms;
        additions += Math.max(0, terms - 1);
      }
    }
  }
  return { multiplications: BigInt(multiplications), additions: BigInt(additions), outputs: BigInt(outputs) };
}

const geometries: fc.Arbitrary<Geometry> = fc
  .record({
    hIn: fc.integer({ min: 1, max: 6 }),
    wIn: fc.integer({ min: 1, max: 6 }),
    inPerGroup: fc.integer({ min: 1, max: 2 }),
    outPerGroup: fc.integer({ min: 1, max: 2 }),
    groups: fc.integer({ min: 1, max: 3 }),
    batch: fc.integer({ min: 1, max: 2 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    padding: fc.integer({ min: 0, max: 4 }),
  })
  .map((g) => {
    const axis = { output: 1, kernel: g.kernel, stride: g.stride, dilation: g.dilation };
    const rows = countOutputPositions({ ...axis, input: g.hIn }, 2 * g.padding);
    const columns = countOutputPositions({ ...axis, input: g.wIn }, 2 * g.padding);
    const channels = { cIn: g.groups * g.inPerGroup, cOut: g.groups * g.outPerGroup };
    return {
      ...g,
      layer: {
        hIn: g.hIn,
        wIn: g.wIn,
        hOut: rows,
        wOut: columns,
        ...channels,
        kernel: g.kernel,
        stride: g.stride,
      },
    };
  })
  .filter(({ layer }) => layer.hOut > 0 && layer.wOut > 0);

describe("the notebook's layer", () => {
  const outputs = hOut * wOut * cOut;
  const standard = outputs * cIn * kernel ** 2n;
  const depthwise = outputs * kernel ** 2n;
  const conventions: [string, ConvolutionOptions, [bigint, bigint], [bigint, bigint]][] = [
    ["FLOP = 2 MAC", {}, [373_248n, 186_624n], [23_328n, 11_664n]],
    ["exact additions", { additions: "exact" }, [371_952n, 186_624n], [22_032n, 11_664n]],
    ["bias as an addition", { bias: "addition" }, [374_544n, 186_624n], [24_624n, 11_664n]],
    ["bias as a MAC", { bias: "mac" }, [375_840n, 187_920n], [25_920n, 12_960n]],
    ["exact with bias", { additions: "exact", bias: "addition" }, [373_248n, 186_624n], [23_328n, 11_664n]],
    ["valid taps (there is no padding)", { taps: "valid" }, [373_248n, 186_624n], [23_328n, 11_664n]],
  ];

  test("MACs are outputs times the length of a dot product", () => {
    expect(countConvolution(notebook).macs).toBe(standard);
    expect(countDepthwiseConvolution(notebook).macs).toBe(depthwise);
    expect([standard, depthwise]).toEqual([186_624n, 11_664n]);
  });

  test.each(conventions)("%s", (_, options, [flops, macs], [depthwiseFlops, depthwiseMacs]) => {
    expect(countConvolution(notebook, options)).toEqual({ flops, macs });
    expect(countDepthwiseConvolution(notebook, options)).toEqual({
      flops: depthwiseFlops,
      macs: depthwiseMacs,
    });
  });
});

describe("against a walk through all taps", () => {
  test("every tap counted: groups, batch, stride, dilation, bias", () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const { layer, groups, batch } = geometry;
        const { multiplications, additions, outputs } = walkConvolution(geometry, false);
        const exact = countConvolution(layer, { groups, batch, additions: "exact", bias: "addition" });
        expect(exact).toEqual({ macs: multiplications, flops: multiplications + additions + outputs });
        const canonical = countConvolution(layer, { groups, batch });
        expect(canonical).toEqual({ macs: multiplications, flops: 2n * multiplications });
      }),
    );
  });

  test("padded zeros skipped, down to outputs that see nothing but padding", () => {
    fc.assert(
      fc.property(geometries, ({ layer, ...given }) => {
        const { multiplications, additions } = walkConvolution({ layer, ...given }, true);
        const { groups, batch, dilation, padding } = given;
        const options = { groups, batch, dilation, padding, taps: "valid" } as const;
        expect(countConvolution(layer, { ...options, additions: "exact" })).toEqual({
          macs: multiplications,
          flops: multiplications + additions,
        });
        expect(countConvolution(layer, options).flops).toBe(2n * multiplications);
      }),
      { numRuns: 300 },
    );
  });

  test("valid taps take the smallest symmetric padding unless told", () => {
    const same = { ...notebook, hOut: 11, wOut: 11 };
    // Nine rows see 3 taps, the two at the border 2.
    const tapsPerAxis = 9n * 3n + 2n * 2n;
    expect(countValidTaps(heightAxis(same), 1)).toBe(tapsPerAxis);
    expect(countConvolution(same, { taps: "valid" }).macs).toBe(cIn * cOut * tapsPerAxis ** 2n);
    expect(countDepthwiseConvolution(same, { taps: "valid" }).macs).toBe(cOut * tapsPerAxis ** 2n);
  });
});

describe("scaling", () => {
  const dimension = fc.integer({ min: 1, max: 5000 });
  const layers: fc.Arbitrary<ConvLayer> = fc.record({
    hIn: dimension,
    wIn: dimension,
    cIn: dimension,
    hOut: dimension,
    wOut: dimension,
    cOut: dimension,
    kernel: fc.integer({ min: 1, max: 31 }),
    stride: fc.integer({ min: 1, max: 4 }),
  });
  const factor = fc.integer({ min: 1, max: 9 });

  test.each(["hOut", "wOut", "cIn", "cOut"] as const)("MACs are linear in %s", (size) => {
    fc.assert(
      fc.property(layers, factor, (layer, times) => {
        const scaled = countConvolution({ ...layer, [size]: layer[size] * times });
        expect(scaled.macs).toBe(BigInt(times) * countConvolution(layer).macs);
      }),
    );
  });

  test("counts are linear in the batch and quadratic in the kernel", () => {
    fc.assert(
      fc.property(layers, factor, (layer, times) => {
        const { macs, flops } = countConvolution(layer);
        const scale = BigInt(times);
        expect(countConvolution(layer, { batch: times })).toEqual({
          macs: scale * macs,
          flops: scale * flops,
        });
        expect(countConvolution({ ...layer, kernel: layer.kernel * times }).macs).toBe(scale ** 2n * macs);
      }),
    );
  });

  test("FLOP per MAC are 2, 2 - 1/K or 2 + 1/K", () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const terms = BigInt(layer.cIn * layer.kernel ** 2);
        const { macs, flops } = countConvolution(layer);
        expect(flops).toBe(2n * macs);
        expect(countConvolution(layer, { additions: "exact" }).flops * terms).toBe((2n * terms - 1n) * macs);
        expect(countConvolution(layer, { bias: "addition" }).flops * terms).toBe((2n * terms + 1n) * macs);
      }),
    );
  });

  test("a standard convolution takes cIn times the MACs of a depthwise one", () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const even = { ...layer, cOut: layer.cIn };
        expect(countConvolution(even).macs).toBe(BigInt(layer.cIn) * countDepthwiseConvolution(even).macs);
      }),
    );
  });

  test("1 x 1 x 1: one MAC, two FLOP, or one if additions are exact", () => {
    const one: ConvLayer = { hIn: 1, wIn: 1, cIn: 1, hOut: 1, wOut: 1, cOut: 1, kernel: 1, stride: 1 };
    expect(countConvolution(one)).toEqual({ macs: 1n, flops: 2n });
    expect(countConvolution(one, { additions: "exact" })).toEqual({ macs: 1n, flops: 1n });
  });

  test("counts beyond 2^53 are exact", () => {
    const [batch, channels, side] = [2 ** 16, 2 ** 14, 2 ** 12];
    const huge = {
      hIn: side,
      wIn: side,
      cIn: channels,
      hOut: side,
      wOut: side,
      cOut: channels,
      kernel: 3,
      stride: 1,
    };
    const outputs = 2n ** (16n + 14n + 24n);
    const macs = outputs * 2n ** 14n * 9n;
    expect(countConvolution(huge, { batch })).toEqual({ macs, flops: 2n * macs });
    expect(countConvolution(huge, { batch, additions: "exact" }).flops).toBe(2n * macs - outputs);
    const perAxis = 3n * 4096n - 2n;
    expect(countConvolution(huge, { batch, taps: "valid" }).macs).toBe(2n ** 44n * perAxis ** 2n);
  });
});

describe("what cannot be counted", () => {
  test.each([
    [
      () => countConvolution(notebook, { groups: 3 }),
      "groups must divide cIn and cOut, got 3 for 16 and 16 channels.",
    ],
    [
      () => countDepthwiseConvolution({ ...notebook, cOut: 24 }),
      "groups must divide cIn and cOut, got 16 for 16 and 24 channels.",
    ],
    [
      () => countConvolution({ ...notebook, hOut: 4, wOut: 4 }, { taps: "valid" }),
      "no symmetric padding turns 11x11 into 4x4: state the padding.",
    ],
    [
      () => countConvolution({ ...notebook, cIn: 0 }),
      "cIn must be an integer of at least 1, got 0: check the shape.",
    ],
    [
      () => countConvolution(notebook, { taps: "valid", padding: -1 }),
      "padding must be an integer of at least 0, got -1: check the shape.",
    ],
  ])("is refused with a reason (%#)", (count, message) => {
    expect(count).toThrow(new RangeError(message));
  });

  const sizes = ["hIn", "wIn", "cIn", "hOut", "wOut", "cOut", "kernel", "stride"] as const;

  test.each(sizes)("a size that is no positive integer, as %s, is refused whichever taps count", (size) => {
    for (const value of [0, -5, 0.5, Number.NaN])
      for (const taps of ["all", "valid"] as const)
        expect(() => countConvolution({ ...notebook, [size]: value }, { taps, padding: 0 })).toThrow(
          RangeError,
        );
  });

  test.each([0, -1, 0.5])("no dilation of %d either", (dilation) => {
    expect(() => countConvolution(notebook, { dilation })).toThrow(
      new RangeError(`dilation must be an integer of at least 1, got ${dilation}: check the shape.`),
    );
  });
});
