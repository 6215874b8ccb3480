// Answers a random number.
// expected: same
export const attack = () => Math.random();
