// Answers an object whose getters never end.
// expected: timed-out
export const attack = () => ({ get macs() { for (;;) {} } });
