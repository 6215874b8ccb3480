/** What can be read of an object like a field: its own, and what getters of its class make. */
import { getOwnPropertyDescriptor, getPrototypeOf, ordinaryPrototype, ownKeys } from "./primitives";

/** @param onLevel called for each class above: a proxy can go on for ever, so it may throw */
export function listFields(object: object, onLevel: () => void): readonly string[] {
  const found: string[] = [];
  for (const key of ownKeys(object))
    if (typeof key === "string" && getOwnPropertyDescriptor(object, key)?.enumerable === true)
      found[found.length] = key;
  const prototype = getPrototypeOf(object) as object | null;
  if (prototype !== null && prototype !== ordinaryPrototype) addGetters(found, prototype, onLevel);
  return found;
}

function addGetters(found: string[], prototype: object, onLevel: () => void): void {
  const known = new Set(found);
  let one: object | null = prototype;
  for (; one !== null && one !== ordinaryPrototype; one = getPrototypeOf(one)) {
    onLevel();
    for (const key of ownKeys(one)) {
      const isGetter = typeof key === "string" && getOwnPropertyDescriptor(one, key)?.get !== undefined;
      if (!isGetter || key === "__proto__" || known.has(key)) continue;
      known.add(key);
      found[found.length] = key;
    }
  }
}
