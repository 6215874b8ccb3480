// Answers a small graph that is huge as a tree.
// expected: too-large
export const attack = () => { let x: unknown = 0; for (let i = 0; i < 60; i += 1) x = [x, x]; return x; };
