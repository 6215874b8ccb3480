// Fills memory that threads could share.
// expected: out-of-memory | threw | timed-out
export const attack = () => { const all: unknown[] = []; for (;;) { const one = new Uint8Array(new SharedArrayBuffer(1 << 24)); one.fill(1); all.push(one); } };
