// Answers an object that holds itself.
// expected: too-large
export const attack = () => { const x = {}; x.x = x; return x; };
