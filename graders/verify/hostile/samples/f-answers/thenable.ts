// Answers something that only looks like a promise.
// expected: value 7
export const attack = () => ({ then(done: (x: number) => void) { done(7); } });
