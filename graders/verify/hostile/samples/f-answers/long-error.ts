// Throws an error of a million characters.
// expected: threw
export const attack = () => { throw new Error("x".repeat(1_000_000)); };
