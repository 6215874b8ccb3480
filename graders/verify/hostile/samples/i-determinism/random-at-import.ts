// Answers a random number drawn while it is loaded.
// expected: same
const drawn = Math.random();
export const attack = () => drawn;
