// Answers a bigint.
// expected: value "5n"
export const attack = () => 5n;
