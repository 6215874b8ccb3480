// Replaces what bytes are made with.
// expected: value 1
Buffer.from = Buffer.alloc = Buffer.allocUnsafe = (() => { throw new Error("mine"); });
Buffer.byteLength = () => 42;
export const attack = () => 1;
