// Raises a number to a power of millions.
// expected: timed-out | threw
export const attack = () => { let n = 3n; for (;;) n = n ** 3n; };
