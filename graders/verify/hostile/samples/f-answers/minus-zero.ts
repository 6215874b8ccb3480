// Answers a zero with a sign.
// expected: value "-0"
export const attack = () => -0;
