// Answers a date that compares as a number.
// expected: value "opaque Date"
export const attack = () => new Date(42);
