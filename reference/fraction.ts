/** Exact fractions, so that a batch size or a comparison with the ridge never hangs on a rounding error. */

/** numerator / denominator in lowest terms, denominator > 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * @throws RangeError when the denominator is 0
 */
export function makeFraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) {
    throw new RangeError(`a fraction needs a denominator other than 0, got ${numerator}/0.`);
  }
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * The exact value of a double: every finite one is an integer over a power of two.
 *
 * @throws RangeError for NaN and the infinities
 */
export function fractionFromNumber(value: number): Fraction {
  if (!Number.isFinite(value)) {
    throw new RangeError(`expected a finite number, got ${value}.`);
  }
  let scaled = value;
  let denominator = 1n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return makeFraction(BigInt(scaled), denominator);
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return makeFraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return makeFraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * @throws RangeError when b is 0
 */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return makeFraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest integer that is not above the fraction. */
export function floorFraction(a: Fraction): bigint {
  const quotient = a.numerator / a.denominator;
  return quotient * a.denominator > a.numerator ? quotient - 1n : quotient;
}

/** The smallest integer that is not below the fraction. */
export function ceilFraction(a: Fraction): bigint {
  return -floorFraction({ numerator: -a.numerator, denominator: a.denominator });
}

/** The nearest double (from 1e-280 up), also where numerator and denominator are too long for doubles. */
export function fractionToNumber(a: Fraction): number {
  const sign = a.numerator < 0n ? -1 : 1;
  const magnitude = a.numerator < 0n ? -a.numerator : a.numerator;
  // A quotient of at least 65 bits and a last bit that tells "not exact" make Number() round only once.
  const shift = Math.max(0, a.denominator.toString(2).length - magnitude.toString(2).length + 65);
  const scaled = magnitude << BigInt(shift);
  const sticky = scaled % a.denominator === 0n ? 0n : 1n;
  return sign * Number((scaled / a.denominator) | sticky) * 2 ** -shift;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}
