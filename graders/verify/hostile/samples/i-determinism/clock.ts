// Answers the time of day.
// expected: changes
export const attack = () => performance.timeOrigin + performance.now();
