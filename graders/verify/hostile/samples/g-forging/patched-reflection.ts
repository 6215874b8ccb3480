// Replaces reflection.
// expected: value 1
Reflect.apply = () => 42; Reflect.get = () => 42; Reflect.ownKeys = () => []; Object.keys = () => []; Function.prototype.call = Function.prototype.apply = function () { return 42; };
export const attack = () => 1;
