// Settles twice.
// expected: value 1
export const attack = () => ({ then(done: (x: number) => void) { done(1); done(42); } });
