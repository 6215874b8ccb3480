// Answers an object with keys that some merges follow.
// expected: value {"constructor":{"prototype":{"polluted":1}}}
export const attack = () => ({ constructor: { prototype: { polluted: 1 } } });
