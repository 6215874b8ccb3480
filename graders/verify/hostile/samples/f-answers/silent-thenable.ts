// Answers something that looks like a promise and never settles.
// expected: did-not-answer
export const attack = () => ({ then() {} });
