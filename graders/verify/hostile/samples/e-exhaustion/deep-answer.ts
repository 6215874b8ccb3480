// Answers a value nested a hundred thousand deep.
// expected: too-large
export const attack = () => { let x: unknown = 0; for (let i = 0; i < 100_000; i += 1) x = [x]; return x; };
