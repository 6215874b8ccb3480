// Fills the heap with small objects.
// expected: out-of-memory | timed-out
export const attack = () => { let list: unknown = null; for (;;) list = { list }; };
