// Answers an object that says it equals everything.
// expected: value {"equals":"opaque function","valueOf":"opaque function"}
export const attack = () => ({ equals: () => true, valueOf: () => 42 });
