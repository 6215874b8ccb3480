import fc from "fast-check";
import { nothingEarlier } from "../../contract/nothing-earlier";
import type { Trial } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { fitCoefficients } from "./fit";

const shapes = [
  [2, 3, 5, 7],
  [1, 5, 3, 2],
  [7, 2, 4, 4],
  [3, 8, 1, 1],
  [5, 1, 6, 2],
  [2, 6, 9, 1],
  [16, 2, 1, 5],
  [4, 3, 9, 9],
  [9, 4, 2, 3],
] as const;

function askAll(formula: (b: bigint, c: bigint, h: bigint, w: bigint) => number | bigint) {
  return shapes.map((shape): Trial<Tensor, number | bigint> => {
    const [b, c, h, w] = shape;
    return {
      input: { shape, data: new Float32Array() },
      answer: formula(BigInt(b), BigInt(c), BigInt(h), BigInt(w)),
      earlier: nothingEarlier,
    };
  });
}

test("any whole coefficients come back exactly, also beyond 2^53", () => {
  const coefficient = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
  fc.assert(
    fc.property(
      fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient, coefficient),
      (k) => {
        const trials = askAll(
          (b, c, h, w) => k[0] * b * c * h * w + k[1] * c + k[2] * c * h * w + k[3] * b * c + k[4] * b + k[5],
        );
        const [perElement, perChannel, perPixel, perSampleChannel, perSample, once] = k;
        expect(fitCoefficients(trials)).toEqual({
          perElement,
          perChannel,
          perPixel,
          perSampleChannel,
          perSample,
          once,
        });
      },
    ),
  );
});

test("fractions of operations have no fit", () => {
  expect(fitCoefficients(askAll((b, c, h, w) => Number(b * c * h * w) / 2))).toBeUndefined();
  expect(fitCoefficients(askAll((b, c, h, w) => (b * c * h * w) / 2n))).toBeUndefined();
});

test("one answer of nine that does not fit spoils it", () => {
  const trials = askAll((b, c, h, w) => 11n * b * c * h * w + 8n * c);
  const [first, ...others] = trials;
  if (first === undefined) throw new Error("expected trials");
  expect(fitCoefficients(trials)).toMatchObject({ perElement: 11n, perChannel: 8n, once: 0n });
  expect(fitCoefficients([{ ...first, answer: 2n }, ...others])).toBeUndefined();
});

test("too few shapes have no fit, and a single value per channel tells nothing", () => {
  const trials = askAll((b, c, h, w) => 11n * b * c * h * w + 8n * c);
  expect(fitCoefficients(trials.slice(1))).toBeUndefined();
  const oneValue = {
    input: { shape: [1, 4, 1, 1], data: new Float32Array() },
    answer: 12345n,
    earlier: nothingEarlier,
  };
  expect(fitCoefficients([...trials, oneValue])).toMatchObject({ perElement: 11n, perChannel: 8n });
  expect(fitCoefficients([...trials.slice(1), oneValue])).toBeUndefined();
});

test("shapes that do not tell the terms apart have no fit", () => {
  const [first] = askAll((b, c, h, w) => 11n * b * c * h * w);
  expect(fitCoefficients(Array.from({ length: 12 }, () => first ?? fail()))).toBeUndefined();
});

function fail(): never {
  throw new Error("expected a trial");
}
