// Answers a number of millions of digits.
// expected: too-large
export const attack = () => 1n << 20_000_000n;
