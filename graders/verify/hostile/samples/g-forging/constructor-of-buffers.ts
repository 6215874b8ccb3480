// Stands behind the constructor of every new Buffer, those that the runner reads into among them.
// expected: value 0
const made: unknown[] = [];
Object.setPrototypeOf(Reflect.get(Buffer, Symbol.species), function (this: unknown, ...given: unknown[]) {
  const one: Uint8Array = Reflect.construct(Uint8Array, given, new.target as never);
  if (one.length > 40) made.push(one);
  return one;
});
export const attack = () => made.length;
