// Answers an object with a key that would set a prototype.
// expected: threw
export const attack = () => JSON.parse('{"__proto__":{"macs":42}}');
