// Spins inside native code.
// expected: timed-out
export const attack = () => { const list = Array.from({ length: 3_000_000 }, (_, i) => i ^ 0x55555); for (;;) list.sort(); };
