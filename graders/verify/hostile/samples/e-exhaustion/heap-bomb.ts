// Fills the heap.
// expected: out-of-memory | timed-out
export const attack = () => { const all: unknown[] = []; for (;;) all.push(new Array(10_000).fill(1.5)); };
