// Answers a proxy whose traps throw.
// expected: threw
export const attack = () => new Proxy({}, { ownKeys: () => { throw new Error("no keys"); } });
