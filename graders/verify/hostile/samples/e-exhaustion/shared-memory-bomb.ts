// Fills memory that threads could share.
// expected: out-of-memory | threw | timed-out | did-not-answer
export const attack = () => { const all: unknown[] = []; for (;;) { const one = new Uint8Array(new SharedArrayBuffer(1 << 24)); one.fill(1); all.push(one); } };
