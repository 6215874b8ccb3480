// Replaces what waits for promises.
// expected: value 1
Promise.prototype.then = function (done) { done(42); return this; };
export const attack = async () => 1;
