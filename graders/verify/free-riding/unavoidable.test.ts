/** A formula of one's own carries in full where it holds what every way of counting counts, and half where it does not. */
import fc from "fast-check";
import type { PReLULinear, Tensor } from "../../contract/value";
import { bytesOf, countNonPositive, judge, searchBatch, seeds } from "../../testing/attempts";
import type { Implementation } from "../../testing/judge-implementation";

type Count = (b: number, m: PReLULinear) => number;
type Sizes = (b: number, i: number, o: number) => number;

/** Traffic that no fused kernel can do without. */
const unavoidable: readonly Sizes[] = [(b, i) => b * i, (_, i, o) => i * o, (b, _, o) => b * o];
const small: readonly Sizes[] = [(b) => b, (_, i) => i, (_, __, o) => o, () => 1];
const flopTerms: readonly Sizes[] = [(b, i) => b * i, (b, _, o) => b * o, (b) => b];

const sum =
  (terms: readonly Sizes[], times: readonly number[]): Count =>
  (b, { inFeatures: i, outFeatures: o }) =>
    terms.reduce((all, term, at) => all + (times[at] ?? 0) * term(b, i, o), 0);

const few = (length: number, least = 0) =>
  fc.array(fc.integer({ min: least, max: 3 }), { minLength: length, maxLength: length });
/**
 * The same ones every time: a few formulas are, within an element, accepted unfused bytes in both models that are always
 * asked (4, 8, 4 and 4 more for b, i, o and 1, in the last test), and carry nothing.
 */
const rounds = { numRuns: 5, seed: 1 };

function withFlops(flops: Count): Implementation {
  return {
    preluFlops: countNonPositive,
    modelFlops: (x: Tensor, m: PReLULinear) => flops(x.shape[0] ?? 0, m),
    modelBytes: bytesOf(4),
    optimalBatchSize: searchBatch(flops, bytesOf(4)),
  };
}

const rightFlops: Count = (b, m) => b * (2 * m.inFeatures * m.outFeatures + m.inFeatures / 2);

function withFusedBytes(bytes: Count, unfused: Count): Implementation {
  return {
    modelFlops: (x: Tensor, m: PReLULinear) => rightFlops(x.shape[0] ?? 0, m),
    modelBytes: unfused,
    fusedModelBytes: bytes,
    fusedIntensityCurve: (sizes: readonly number[], m: PReLULinear) =>
      sizes.map((b) => rightFlops(b, m) / bytes(b, m)),
    fusedOptimalBatchSize: searchBatch(rightFlops, bytes),
  };
}

/** The parts of the bonus that a made-up function reaches here, the bound left out: FLOP, curve, optimum. */
const threeParts = 1.2;
const judgeFused = (seed: string, bytes: Count, unfused: Count = bytesOf(4)): string =>
  judge(["model-flops", "model-bytes", "fused"], () => withFusedBytes(bytes, unfused), seed).fused ?? "";

describe.each(seeds)("under seed %s", (seed) => {
  test("FLOP without the products of the linear layer carry half at most, and wait for a person", () => {
    fc.assert(
      fc.property(few(flopTerms.length), (times) => {
        fc.pre(times.some((one) => one > 0));
        const questions = ["prelu", "model-flops", "model-bytes", "optimal-batch"];
        const got = judge(questions, () => withFlops(sum(flopTerms, times)), seed);
        expect(got["model-flops"]).toMatch(/^0 /);
        expect(got["optimal-batch"]).toMatch(/^0(?:\.5 pending_manual|(?:\.25)? (?:graded|pending_manual))$/);
      }),
      rounds,
    );
  });

  test("fused bytes that leave out something of what every kernel moves carry half, and wait for a person", () => {
    const missing = fc.nat({ max: unavoidable.length - 1 });
    fc.assert(
      fc.property(missing, few(small.length, 1), (left, times) => {
        const terms = [...unavoidable.filter((_, at) => at !== left), ...small];
        const [points, status] = judgeFused(seed, sum(terms, [4, 4, ...times.map((one) => 4 * one)])).split(
          " ",
        );
        expect(Number(points)).toBeLessThanOrEqual(threeParts / 2);
        expect(status).toBe("pending_manual");
      }),
      rounds,
    );
  });

  test("fused bytes by a formula that nobody knows carry in full where they hold all of it", () => {
    fc.assert(
      fc.property(few(small.length, 1), (times) => {
        const bytes = sum([...unavoidable, ...small], [4, 4, 4, ...times.map((one) => 4 * one)]);
        const unfused: Count = (b, m) => bytes(b, m) + 12 * b * m.inFeatures;
        expect(judgeFused(seed, bytes, unfused)).toBe(`${threeParts} graded`);
      }),
      rounds,
    );
  });

  test.each<[string, Count]>([
    ["no number", () => Number.NaN],
    ["one number for all", () => 4096],
    ["no formula", (b, m) => 4 * b * m.inFeatures + 4 * Math.floor(Math.sqrt(b * m.outFeatures * 7919))],
  ])("fused bytes above all unfused ones carry nothing beside unfused bytes that are %s", (_, unfused) => {
    const bytes = sum([...unavoidable, ...small], [12, 4, 8, 4, 4, 4, 4]);
    expect(judgeFused(seed, bytes, unfused)).toMatch(/^0\.4 /);
  });
});
