// Queues itself again before anything else may run.
// expected: timed-out
export const attack = () => new Promise(() => { const again = () => process.nextTick(again); again(); });
