// Turns the event loop for ever.
// expected: timed-out
export const attack = () => new Promise(() => { const again = () => setImmediate(again); again(); });
