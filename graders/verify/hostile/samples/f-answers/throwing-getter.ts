// Answers an object whose getter throws.
// expected: threw
export const attack = () => ({ get macs() { throw new TypeError("gotcha"); } });
