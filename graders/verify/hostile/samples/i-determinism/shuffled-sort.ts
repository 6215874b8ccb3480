// Answers a list in random order.
// expected: same
export const attack = () => [1, 2, 3, 4, 5, 6, 7, 8].sort(() => Math.random() - 0.5);
