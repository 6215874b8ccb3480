// Throws an error whose message throws.
// expected: threw
export const attack = () => { throw Object.defineProperty(new Error(), "message", { get() { throw new Error("again"); } }); };
