/** Remembers what a pure function of one object returned. */

/**
 * The same function, computed once per object: hidden inputs are made once per batch, and readings ask about them for
 * every submission. Inputs must not change.
 */
export function remember<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const entry = known.get(key) ?? { result: compute(key) };
    known.set(key, entry);
    return entry.result;
  };
}
