// Answers its own number.
// expected: same | changes
export const attack = () => process.pid;
