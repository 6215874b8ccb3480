// Answers two hundred thousand values.
// expected: too-large
export const attack = () => new Array(200_000).fill(0);
