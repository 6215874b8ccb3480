// Answers what is no number.
// expected: value "NaN"
export const attack = () => Number.NaN;
