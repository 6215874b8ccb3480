// Replaces what waits for promises.
// expected: value 1
Promise.prototype.then = function (done: any) { done(42); return this; } as any;
export const attack = async () => 1;
