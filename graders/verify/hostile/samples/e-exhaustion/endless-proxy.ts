// Answers an object without end.
// expected: too-large
export const attack = () => { const handler = { ownKeys: () => ["next"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: () => new Proxy({}, handler) }; return new Proxy({}, handler); };
