import fc from "fast-check";
import {
  addFractions,
  ceilFraction,
  compareFractions,
  divideFractions,
  floorFraction,
  fractionFromNumber,
  fractionToNumber,
  makeFraction,
  multiplyFractions,
  subtractFractions,
} from "./fraction";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([numerator, denominator]) => makeFraction(numerator, denominator));

describe("fractions", () => {
  test("are kept in lowest terms with a positive denominator", () => {
    expect(makeFraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(makeFraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  test("do not divide by zero", () => {
    expect(() => makeFraction(1n, 0n)).toThrow(
      new RangeError("a fraction needs a denominator other than 0, got 1/0."),
    );
    expect(() => divideFractions(makeFraction(1n), makeFraction(0n))).toThrow(RangeError);
  });

  test("add, subtract, multiply and divide exactly", () => {
    const [third, half] = [makeFraction(1n, 3n), makeFraction(1n, 2n)];
    expect(addFractions(third, half)).toEqual(makeFraction(5n, 6n));
    expect(subtractFractions(third, half)).toEqual(makeFraction(-1n, 6n));
    expect(multiplyFractions(third, half)).toEqual(makeFraction(1n, 6n));
    expect(divideFractions(third, half)).toEqual(makeFraction(2n, 3n));
  });

  test("floor and ceiling enclose a fraction and differ by at most one", () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        const [floor, ceil] = [floorFraction(a), ceilFraction(a)];
        expect(compareFractions(makeFraction(floor), a)).toBeLessThanOrEqual(0);
        expect(compareFractions(makeFraction(ceil), a)).toBeGreaterThanOrEqual(0);
        expect(ceil - floor).toBe(a.denominator === 1n ? 0n : 1n);
      }),
    );
  });

  test("comparing is the sign of the difference", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const difference = subtractFractions(a, b).numerator;
        expect(compareFractions(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  test("a double survives the way to a fraction and back", () => {
    const doubles = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((x) => x === 0 || Math.abs(x) > 1e-280);
    fc.assert(fc.property(doubles, (x) => fractionToNumber(fractionFromNumber(x)) === x));
  });

  test("a fraction becomes the double that correctly rounded division gives", () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(safe, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (n, d) => {
        expect(fractionToNumber(makeFraction(BigInt(n), BigInt(d)))).toBe(n / d + 0);
      }),
    );
    expect(fractionToNumber(makeFraction(10n ** 400n, 3n * 10n ** 400n + 1n))).toBe(1 / 3);
  });

  test("a fraction just beside the middle of two doubles goes to the nearer one", () => {
    const middle = (2n ** 53n + 1n) * 10n ** 40n;
    expect(fractionToNumber(makeFraction(middle + 1n, 10n ** 40n))).toBe(2 ** 53 + 2);
    expect(fractionToNumber(makeFraction(middle - 1n, 10n ** 40n))).toBe(2 ** 53);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%p is no fraction", (value) => {
    expect(() => fractionFromNumber(value)).toThrow(
      new RangeError(`expected a finite number, got ${value}.`),
    );
  });
});
