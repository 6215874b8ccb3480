// Replaces what numbers are made with.
// expected: value 1
(globalThis as any).Number = () => 42; (globalThis as any).String = () => "42"; (globalThis as any).BigInt = () => 42n;
Math.round = Math.floor = Math.abs = () => 42;
export const attack = () => 1;
