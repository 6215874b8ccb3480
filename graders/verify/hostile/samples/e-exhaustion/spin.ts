// Never ends.
// expected: timed-out
export const attack = () => { for (;;) {} };
