import { batchNormAlgorithms, batchNormCoefficients } from "../../../reference/batch-norm";
import type { Tensor } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

interface Sizes {
  readonly b: number;
  readonly c: number;
  readonly h: number;
  readonly w: number;
  /** Elements. */
  readonly n: number;
}

type Count = number | bigint | string;

/** A student's function of the four sizes. */
function count(formula: (sizes: Sizes) => Count | undefined) {
  return (x: Tensor) => {
    const [b = 0, c = 0, h = 0, w = 0] = x.shape;
    return formula({ b, c, h, w, n: b * c * h * w });
  };
}

const judge = (formula: (sizes: Sizes) => Count | undefined, seed = "test") =>
  judgePartOf([question], { batchNormFlops: count(formula) }, { seed });

/** The definition for one channel of m values, counted line by line. */
function countLiterally({ b, c, h, w }: Sizes): number {
  const m = b * h * w;
  const mean = m - 1 + 4;
  const variance = m + m + (m - 1) + 4;
  const normalisation = m + 1 + 1 + 4 * m;
  return c * (mean + variance + normalisation + m + m);
}

test("the definition line by line is the reference", () => {
  const verdict = judge(countLiterally);
  expect(nameFinding(verdict)).toBe("reading:literal");
  expect(verdict.points).toBe("2");
  expect(verdict.evidence[0]?.expected).toBe("6388824");
});

describe("conventions", () => {
  test.each<[string, bigint, bigint[]]>([
    ["literal", 11n, [8n, 6n, 7n, 9n, 10n, 11n, 14n, 15n, 17n, 40n, -2n]],
    ["shared-or-one-pass", 10n, [8n, 10n, 7n, 15n, -2n]],
    ["reciprocal", 8n, [12n, 14n, 11n, 19n, 8n]],
    ["reciprocal-shared-or-one-pass", 7n, [12n, 14n, 19n, 8n]],
    ["folded", 6n, [15n, 13n]],
    ["folded-one-pass", 5n, [17n]],
    ["welford", 16n, [6n, 40n]],
    ["welford-reciprocal", 13n, [10n, -2n]],
  ])("%s, %d per element, with any plausible work per channel", (id, alpha, kappas) => {
    for (const [at, kappa] of kappas.entries()) {
      const verdict = judge(({ n, c }) => alpha * BigInt(n) + kappa * BigInt(c));
      const algorithm = id === "literal" && at > 0 ? "otherwise-per-channel" : id;
      expect(nameFinding(verdict)).toBe(
        `reading:${algorithm}${at > 0 && id !== "literal" ? "+otherwise-per-channel" : ""}`,
      );
      expect(verdict.points).toBe("2");
    }
  });

  test.each<[string, string, (sizes: Sizes) => Count]>([
    ["4-for-all-channels", "2", ({ n, c }) => 11 * n + 2 * c + 4],
    ["2-for-all-channels", "2", ({ n, c }) => 11 * n + 8 * c + 2],
    ["1-for-all-channels", "2", ({ n, c }) => 11 * n + 14 * c + 1],
    ["shared-or-one-pass+5-for-all-channels", "2", ({ n, c }) => 10 * n + 9 * c + 5],
    ["reciprocal+4-for-all-channels", "2", ({ n, c }) => 8 * n + 6 * c + 4],
    ["folded+4-for-all-channels", "2", ({ n, c }) => 6 * n + 10 * c + 4],
    ["folded-one-pass+6-for-all-channels", "2", ({ n, c }) => 5 * n + 12 * c + 6],
    ["affine-forgotten", "1.5", ({ n, c }) => 9 * n + 2 * c + 4],
    ["batch-forgotten", "1", ({ c, h, w }) => 11 * c * h * w + 2 * c + 4],
    ["division-counted-once", "1", ({ n, c }) => 8 * n + 4 * c + 1],
    ["division-counted-once", "1", ({ n, c }) => 8 * n + 3 * c + 4],
    ["unexplained", "0", ({ n, c }) => 11 * n + 2 * c + 3],
    ["unexplained", "0", ({ n, c }) => 11 * n + 2 * c + 8],
    ["statistics-over-everything", "1", ({ n }) => 11 * n + 4],
    ["unexplained", "0", ({ n, c }) => 11 * n + 2 * c + (c % 2 === 0 ? 4 : 5)],
  ])("operations done once for all channels: %s earns %s", (id, points, formula) => {
    for (const seed of ["one", "two"]) {
      const verdict = judge(formula, seed);
      expect([nameFinding(verdict).replace("reading:", ""), verdict.points]).toEqual([id, points]);
    }
  });

  test.each([10, 11])("%d per element and nothing per channel is right where it is told", (alpha) => {
    const batchNormFlops = count(({ n }) => alpha * n);
    const explanations = { "batch-norm": "I ignore the operations per channel: they are few." };
    expect(judgePartOf([question], { batchNormFlops }, { explanations }).points).toBe("2");
    const untold = judgePartOf([question], { batchNormFlops });
    expect([nameFinding(untold), untold.points]).toEqual(["reading:nothing-per-channel", "1.5"]);
  });

  test.each(Object.entries(batchNormAlgorithms))(
    "the algorithm %s earns full marks, however its additions, epsilon and root count",
    (_, variant) => {
      for (const additions of ["exact", "from-zero"] as const) {
        for (const squareRoot of [0n, 1n, 4n]) {
          const { perElement, perChannel } = batchNormCoefficients({
            ...variant,
            additions,
            costs: { squareRoot },
          });
          const verdict = judge(({ n, c }) => perElement * BigInt(n) + perChannel * BigInt(c));
          expect(verdict.points).toBe("2");
        }
      }
    },
  );
});

describe("misconceptions", () => {
  test.each<[string, string, (sizes: Sizes) => Count]>([
    ["affine-forgotten", "1.5", ({ n, c }) => 9 * n + 8 * c],
    ["affine-forgotten+nothing-per-channel", "1.125", ({ n }) => 9 * n],
    ["root-per-element+nothing-per-channel", "1.125", ({ n }) => 12 * n],
    ["affine-forgotten", "1.5", ({ n, c }) => 8 * n + 6 * c],
    ["squares-not-summed", "1.5", ({ n, c }) => 9 * n + 9 * c],
    ["no-division-anywhere", "1.5", ({ n }) => 8 * n],
    ["no-division-anywhere", "1.5", ({ n }) => 7 * n],
    ["root-per-element", "1.5", ({ n, c }) => 12 * n + 7 * c],
    ["division-counted-once", "1", ({ n, c }) => 8 * n + 2 * c],
    ["division-counted-once", "1", ({ n, c }) => 8 * n + 4 * c],
    ["division-counted-once-or-evaluation", "1", ({ n, c }) => 7 * n + 2 * c],
    ["folded-without-division", "1", ({ n, c }) => 6 * n + 6 * c],
    ["statistics-per-pixel", "1", ({ n, c, h, w }) => 11 * n + 8 * c * h * w],
    ["statistics-per-pixel", "1", ({ n, c, h, w }) => 7 * n + 12 * c * h * w],
    ["statistics-per-sample-and-channel", "1", ({ n, b, c }) => 11 * n + 8 * b * c],
    ["statistics-per-sample-and-channel", "1", ({ n, b, c }) => 10 * n + 8 * b * c],
    ["statistics-per-sample", "1", ({ n, b }) => 11 * n + 8 * b],
    ["statistics-over-everything", "1", ({ n }) => 11 * n + 8],
    ["pixels-divided-and-terms-missing", "0.5", ({ n, c, h, w }) => 7 * n + 8 * c * h * w],
    ["sums-divided-per-element", "1", ({ n }) => 19 * n],
    ["one-sum-divided-per-element", "1", ({ n, c }) => 15 * n + 3 * c],
    ["batch-forgotten", "1", ({ c, h, w }) => 11 * c * h * w + 8 * c],
    ["only-normalisation", "0.5", ({ n, c }) => 5 * n + 2 * c],
    ["only-statistics", "0.5", ({ n, c }) => 4 * n + 6 * c],
    ["backward-added", "1", ({ n, c }) => 33 * n + 24 * c],
    ["library-rule", "0.5", ({ n }) => 5 * n],
    ["library-rule-of-four", "0.5", ({ n }) => 4 * n],
    ["library-rule-of-two", "0.5", ({ n }) => 2 * n],
    ["library-rule-of-four+batch-forgotten", "0.5", ({ c, h, w }) => 4 * c * h * w],
    ["library-rule-without-pixels", "0", ({ b, c }) => 2 * b * c],
    ["evaluation-mode-folded", "0.2", ({ n, c }) => 2 * n + 9 * c],
    ["nothing-counted", "0", () => 0],
  ])("%s earns %s", (id, points, formula) => {
    for (const seed of ["one", "two", "three"]) {
      const verdict = judge(formula, seed);
      expect(nameFinding(verdict)).toBe(`reading:${id}`);
      expect(verdict.points).toBe(points);
    }
  });
});

describe("two slips together", () => {
  test.each<[string, string, (sizes: Sizes) => Count]>([
    ["affine-forgotten+statistics-per-pixel", "0.75", ({ n, c, h, w }) => 9 * n + 8 * c * h * w],
    ["affine-forgotten+statistics-per-pixel", "0.75", ({ n, c, h, w }) => 9 * n + 10 * c * h * w],
    ["affine-forgotten+statistics-per-sample-and-channel", "0.75", ({ n, b, c }) => 9 * n + 8 * b * c],
    ["affine-forgotten+batch-forgotten", "0.75", ({ c, h, w }) => 9 * c * h * w + 8 * c],
    ["affine-forgotten+backward-added", "0.75", ({ n, c }) => 3 * (9 * n + 8 * c)],
    ["sums-divided-per-element+affine-forgotten", "0.75", ({ n }) => 17 * n],
    ["division-counted-once+statistics-per-pixel", "0.5", ({ n, c, h, w }) => 8 * n + 2 * c * h * w],
    ["division-counted-once+statistics-over-everything", "0.5", ({ n }) => 8 * n + 2],
    ["division-counted-once+batch-forgotten", "0.5", ({ c, h, w }) => 8 * c * h * w + 2 * c],
    ["division-counted-once+backward-added", "0.5", ({ n, c }) => 24 * n + 6 * c],
    ["statistics-per-pixel+backward-added", "0.5", ({ n, c, h, w }) => 33 * n + 24 * c * h * w],
    ["squares-not-summed+statistics-per-sample", "0.75", ({ n, b }) => 9 * n + 9 * b],
    ["only-statistics+batch-forgotten", "0.25", ({ c, h, w }) => 4 * c * h * w + 6 * c],
    ["only-statistics+statistics-per-pixel", "0.25", ({ n, c, h, w }) => 4 * n + 6 * c * h * w],
    ["no-division-anywhere+batch-forgotten", "0.75", ({ c, h, w }) => 8 * c * h * w],
    ["batch-forgotten", "1", ({ c, h, w }) => 10 * c * h * w + 8 * c],
    ["batch-forgotten", "1", ({ c, h, w }) => 7 * c * h * w + 14 * c],
    ["backward-added", "1", ({ n, c }) => 3 * (8 * n + 12 * c)],
    ["statistics-per-sample", "1", ({ n, b }) => 8 * n + 14 * b],
    ["root-per-element+statistics-per-pixel", "0.75", ({ n, c, h, w }) => 12 * n + 7 * c * h * w],
  ])("%s earn %s", (id, points, formula) => {
    const verdict = judge(formula);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  });
});

describe("one value per channel", () => {
  const withoutVariance = (otherwise: () => Count | undefined) =>
    judge((sizes) => (sizes.n === sizes.c ? otherwise() : countLiterally(sizes)));

  test("may be an error, as in the framework", () => {
    const refuse = () => {
      throw new Error("Expected more than 1 value per channel when training");
    };
    expect(withoutVariance(refuse).points).toBe("2");
  });

  test("may be any count", () => {
    expect(withoutVariance(() => 0).points).toBe("2");
  });

  test("is no excuse for nothing at all", () => {
    expect(withoutVariance(() => undefined).points).toBe("1.5");
  });
});

describe("what no coefficients explain", () => {
  test.each<[string, (sizes: Sizes) => Count]>([
    ["the notebook's number, hard-coded", () => 6_388_824],
    ["the example's number, hard-coded", () => 5_227_200],
    ["a family's cost per element with absurd work per channel", ({ n, c }) => 11 * n + 41 * c],
    ["a cost per element no algorithm has", ({ n, c }) => 17 * n + 8 * c],
    ["not linear in the elements", ({ n, c }) => 11 * n + 8 * c + n * n],
    ["one off on a single shape", (sizes) => countLiterally(sizes) + (sizes.b === 16 ? 1 : 0)],
    ["two wrong groups at once", ({ n, b, c, h, w }) => 11 * n + 4 * c * h * w + 4 * b],
    ["half operations", ({ n, c }) => 10.5 * n + 8 * c],
    ["a thousandth of a percent off", (sizes) => Math.round(countLiterally(sizes) * 1.00001) + 1],
  ])("%s", (_, formula) => {
    const verdict = judge(formula);
    expect(nameFinding(verdict)).toBe("unexplained");
    expect(verdict.points).toBe("0");
  });

  test("an error on an ordinary shape is no count", () => {
    const verdict = judge((sizes) => {
      if (sizes.h === 1) throw new Error("no");
      return countLiterally(sizes);
    });
    expect(verdict.points).toBe("1.5");
  });
});

test("numbers, bigints and decimal strings count the same", () => {
  expect(judge((sizes) => BigInt(countLiterally(sizes))).points).toBe("2");
  expect(judge((sizes) => String(countLiterally(sizes))).points).toBe("2");
});
