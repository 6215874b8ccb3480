// Answers a function whose text is a trap.
// expected: value "opaque function"
export const attack = () => Object.assign(() => 42, { toString: () => "42", valueOf: () => 42 });
