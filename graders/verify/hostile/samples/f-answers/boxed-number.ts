// Answers a number in a box.
// expected: value "opaque boxed primitive"
export const attack = () => new Number(42);
