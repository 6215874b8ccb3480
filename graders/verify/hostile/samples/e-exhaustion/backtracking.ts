// Has a regular expression try all ways there are.
// expected: timed-out
export const attack = () => /^(a+)+$/.test(`${"a".repeat(40)}!`);
