/** Reads a size given as a number into the bigint that every count is made of. */

/**
 * Turns a size or a repetition count into a bigint.
 *
 * @param name what the value is, for the error message
 * @param value an integer of at least `least`, below 2^53
 * @param least smallest admissible value, 1 unless told
 * @throws RangeError when the value is no safe integer or too small
 */
export function readDimension(name: string, value: number, least = 1): bigint {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be an integer of at least ${least}, got ${value}: check the shape.`);
  }
  return BigInt(value);
}
