// Throws what is no error.
// expected: threw
export const attack = () => { throw undefined; };
