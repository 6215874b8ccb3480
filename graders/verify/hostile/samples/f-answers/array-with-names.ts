// Answers a list that carries names.
// expected: value [1,2]
export const attack = () => Object.assign([1, 2], { macs: 42 });
