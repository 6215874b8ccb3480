/** Remembers what a function of one object returned. */

/**
 * The same function, computed once per object: hidden inputs are made once per batch, and readings ask about them for
 * every submission. Inputs must not change.
 */
export function remember<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const lasting = rememberLasting((key: Key) => ({ result: compute(key), lasts: true }));
  return (key) => lasting(key, undefined);
}

/**
 * The same for a function that also looks at something that is not the key, and tells whether it did: only results
 * that last are kept, and none of a key that is not an object.
 */
export function rememberLasting<Key, Context, Result>(
  compute: (key: Key, context: Context) => { readonly result: Result; readonly lasts: boolean },
): (key: Key, context: Context) => Result {
  const known = new WeakMap<object, { readonly result: Result }>();
  return (key, context) => {
    const kept = isObject(key) ? known.get(key) : undefined;
    if (kept !== undefined) return kept.result;
    const { result, lasts } = compute(key, context);
    if (lasts && isObject(key)) known.set(key, { result });
    return result;
  };
}

/** Texts of one submission at a time, and of a few beside it. */
const mostTexts = 64;

/**
 * The same for a function of a text, which a submission brings along: every option of every case asks about it again,
 * and it may be long.
 */
export function rememberTexts<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as Result;
    const result = compute(text);
    if (known.size >= mostTexts) known.clear();
    known.set(text, result);
    return result;
  };
}

function isObject(key: unknown): key is object {
  return (typeof key === "object" && key !== null) || typeof key === "function";
}
