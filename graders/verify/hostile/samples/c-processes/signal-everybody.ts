// Signals every process it may.
// expected: stopped
export const attack = () => process.kill(-1, 0);
