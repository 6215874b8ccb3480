// Replaces what numbers are made with.
// expected: value 1
globalThis.Number = () => 42; globalThis.String = () => "42"; globalThis.BigInt = () => 42n;
Math.round = Math.floor = Math.abs = () => 42;
export const attack = () => 1;
