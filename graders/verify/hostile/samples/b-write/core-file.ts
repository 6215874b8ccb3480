// Crashes, to have its memory written to disk.
// expected: did-not-answer
export const attack = () => process.abort();
