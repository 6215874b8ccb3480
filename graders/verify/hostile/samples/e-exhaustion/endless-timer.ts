// Waits for a timer that never ends.
// expected: timed-out
export const attack = () => new Promise(() => setInterval(() => {}, 1));
