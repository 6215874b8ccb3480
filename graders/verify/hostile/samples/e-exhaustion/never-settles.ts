// Returns a promise that nothing will ever settle.
// expected: did-not-answer
export const attack = () => new Promise(() => {});
