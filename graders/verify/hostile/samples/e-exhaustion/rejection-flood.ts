// Rejects promises nobody listens to.
// expected: value 1
export const attack = () => { for (let i = 0; i < 10_000; i += 1) Promise.reject(new Error("nobody")); return 1; };
