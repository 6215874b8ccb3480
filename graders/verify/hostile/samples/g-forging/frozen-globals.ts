// Freezes what others would change.
// expected: value 1
for (const one of [Object.prototype, Array.prototype, Function.prototype, Map.prototype, Promise.prototype]) Object.freeze(one);
export const attack = () => 1;
