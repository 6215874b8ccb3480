// Answers an object that holds itself.
// expected: too-large
export const attack = () => { const x: any = {}; x.x = x; return x; };
