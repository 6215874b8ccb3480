// Answers by how often it was called.
// expected: same
let calls = 0;
export const attack = () => (calls += 1);
