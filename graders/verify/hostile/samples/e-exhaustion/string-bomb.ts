// Fills the heap with one text.
// expected: out-of-memory | threw | timed-out
export const attack = () => { const all: string[] = []; for (;;) { all.push(Buffer.alloc(1 << 24, 65 + all.length).toString("latin1")); } };
