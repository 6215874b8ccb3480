// Fills memory outside the heap.
// expected: out-of-memory | threw | timed-out
export const attack = () => { const all: unknown[] = []; for (;;) all.push(Buffer.alloc(1 << 24, 1)); };
