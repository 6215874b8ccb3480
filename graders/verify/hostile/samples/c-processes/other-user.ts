// Becomes root.
// expected: stopped
export const attack = () => { const before = process.getuid?.(); process.setuid?.(0); return before !== 0 && process.getuid?.() === 0; };
