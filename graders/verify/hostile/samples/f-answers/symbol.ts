// Answers a symbol.
// expected: value "opaque symbol"
export const attack = () => Symbol("x");
