// Fills the memory of WebAssembly.
// expected: out-of-memory | threw | timed-out
export const attack = () => { const W = globalThis.WebAssembly; const all: unknown[] = []; for (;;) { const memory = new W.Memory({ initial: 512 }); new Uint8Array(memory.buffer).fill(1); all.push(memory); } };
