import fc from "fast-check";
import { addFractions, makeFraction } from "./fraction";
import type { PReLULinear, TrafficOptions } from "./prelu-linear";
import {
  linearFlops,
  linearMacs,
  listTransfers,
  modelBytes,
  modelFlops,
  modelFlopsAtShare,
  modelFootprint,
  splitPerBatch,
  sumBytes,
} from "./prelu-linear";

const notebook: PReLULinear = { inFeatures: 64, outFeatures: 32 };
const inFeatures = 64n;
const outFeatures = 32n;
const bytesPerFloat = 4n;
const half = makeFraction(1n, 2n);

const size = fc.integer({ min: 1, max: 100_000 });
const models = fc.record({ inFeatures: size, outFeatures: size });

describe("FLOP", () => {
  test("batch 1 of the notebook's model: 4096 + z", () => {
    const z = 29n;
    expect(modelFlops(1, notebook, z)).toBe(2n * inFeatures * outFeatures + z);
    expect(modelFlops(1, notebook, 0n)).toBe(4096n);
    expect(modelFlops(1, notebook, z, { additions: "exact" })).toBe(4064n + z);
  });

  test("the upper bound and the expectation of the PReLU", () => {
    expect(modelFlops(1, notebook, inFeatures)).toBe(4160n);
    expect(modelFlops(1, notebook, inFeatures, { additions: "exact" })).toBe(4128n);
    expect(modelFlopsAtShare(1, notebook, half)).toEqual(makeFraction(4128n));
    expect(modelFlopsAtShare(1, notebook, half, { additions: "exact" })).toEqual(makeFraction(4096n));
  });

  test("an expectation need not be whole", () => {
    expect(modelFlopsAtShare(1, { inFeatures: 5, outFeatures: 7 }, half)).toEqual(makeFraction(145n, 2n));
  });

  test("count as walking through both layers does", () => {
    const small = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(small, small, small, (batch, columns, outputs) => {
        let [multiplications, additions] = [0n, 0n];
        for (let sample = 0; sample < batch; sample += 1) {
          for (let output = 0; output < outputs; output += 1) {
            for (let input = 0; input < columns; input += 1) {
              multiplications += 1n;
              additions += input > 0 ? 1n : 0n;
            }
          }
        }
        const model = { inFeatures: columns, outFeatures: outputs };
        expect(linearMacs(batch, model)).toBe(multiplications);
        expect(linearFlops(batch, model)).toBe(2n * multiplications);
        expect(linearFlops(batch, model, { additions: "exact" })).toBe(multiplications + additions);
      }),
    );
  });

  test("the share of non-positive inputs agrees with their number", () => {
    fc.assert(
      fc.property(size, models, fc.nat({ max: 100 }), (batch, model, percent) => {
        const inputs = BigInt(batch) * BigInt(model.inFeatures);
        const z = (inputs * BigInt(percent)) / 100n;
        const share = makeFraction(z, inputs);
        expect(modelFlopsAtShare(batch, model, share)).toEqual(makeFraction(modelFlops(batch, model, z)));
        expect(addFractions(modelFlopsAtShare(batch, model, share), makeFraction(-z))).toEqual(
          makeFraction(linearFlops(batch, model)),
        );
      }),
    );
  });

  test.each([
    [() => modelFlops(1, notebook, 65n), "of 64 inputs, 0 to 64 can be <= 0, got 65."],
    [() => modelFlops(1, notebook, -1n), "of 64 inputs, 0 to 64 can be <= 0, got -1."],
    [
      () => modelFlopsAtShare(1, notebook, makeFraction(3n, 2n)),
      "the share of non-positive inputs must lie in 0 .. 1.",
    ],
    [() => linearMacs(0, notebook), "batch size must be an integer of at least 1, got 0: check the shape."],
  ])("impossible inputs are refused (%#)", (count, message) => {
    expect(count).toThrow(new RangeError(message));
  });
});

describe("traffic of the notebook's model", () => {
  test.each([
    [1, 9092n, 8580n],
    [2, 9988n, 8964n],
    [4, 11_780n, 9732n],
    [8, 15_364n, 11_268n],
    [16, 22_532n, 14_340n],
    [32, 36_868n, 20_484n],
    [64, 65_540n, 32_772n],
  ])("batch %d: %d bytes, fused %d", (batchSize, unfused, fused) => {
    const batch = BigInt(batchSize);
    const parameters = inFeatures * outFeatures + 1n;
    const prelu = batch * inFeatures + batch * inFeatures;
    const linear = batch * inFeatures + batch * outFeatures;
    expect(modelBytes(batchSize, notebook)).toBe(bytesPerFloat * (prelu + linear + parameters));
    expect(modelBytes(batchSize, notebook)).toBe(unfused);
    expect(modelBytes(batchSize, notebook, { fused: true })).toBe(fused);
  });

  test("without the PReLU's single weight", () => {
    expect(modelBytes(1, notebook, { preluWeight: false })).toBe(9088n);
    expect(modelBytes(1, notebook, { preluWeight: false, fused: true })).toBe(8576n);
  });

  test("transfers can be picked: reads only, weights only, without the intermediate", () => {
    const transfers = listTransfers(1, notebook);
    expect(sumBytes(transfers.filter(({ access }) => access === "read"))).toBe(8708n);
    expect(sumBytes(transfers.filter(({ tensor }) => tensor === "linear-weight"))).toBe(8192n);
    expect(sumBytes(transfers.filter(({ tensor }) => tensor !== "intermediate"))).toBe(8580n);
    expect(sumBytes(transfers, { bytesPerElement: 1 })).toBe(2273n);
  });

  test("a footprint counts every tensor once", () => {
    expect(modelFootprint(1, notebook)).toBe(8836n);
    expect(modelFootprint(1, notebook, { fused: true })).toBe(8580n);
  });
});

describe("traffic of any model", () => {
  test.each([
    [{ inFeatures: 5, outFeatures: 7 }, 4, 3n, 4n * (3n * (3n * 5n + 7n) + 36n), 4n * (3n * (5n + 7n) + 36n)],
    [{ inFeatures: 1, outFeatures: 1 }, 4, 1n, 4n * (4n + 2n), 4n * (2n + 2n)],
    [{ inFeatures: 64, outFeatures: 32 }, 2, 1n, 4546n, 4290n],
    [{ inFeatures: 64, outFeatures: 32 }, 8, 1n, 18_184n, 17_160n],
  ])("%j with %d bytes per element", (model, bytesPerElement, batch, unfused, fused) => {
    expect(modelBytes(Number(batch), model, { bytesPerElement })).toBe(unfused);
    expect(modelBytes(Number(batch), model, { bytesPerElement, fused: true })).toBe(fused);
  });

  test("fusing saves one write and one read of the intermediate", () => {
    fc.assert(
      fc.property(size, models, (batch, model) => {
        const saved = 2n * bytesPerFloat * BigInt(batch) * BigInt(model.inFeatures);
        expect(modelBytes(batch, model) - modelBytes(batch, model, { fused: true })).toBe(saved);
      }),
    );
  });

  test("bytes are affine in the batch size", () => {
    const options: fc.Arbitrary<TrafficOptions> = fc.record({
      fused: fc.boolean(),
      preluWeight: fc.boolean(),
      bytesPerElement: fc.constantFrom(1, 2, 4, 8),
    });
    fc.assert(
      fc.property(size, models, options, (batch, model, option) => {
        const { perSample, perBatch } = splitPerBatch((batchSize) => modelBytes(batchSize, model, option));
        expect(modelBytes(batch, model, option)).toBe(perSample * BigInt(batch) + perBatch);
      }),
    );
  });
});
