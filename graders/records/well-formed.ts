/** Halves of surrogate pairs: UTF-8 cannot hold them, and readers of JSON in other languages refuse or stumble. */

/** The same value with every half pair in its texts, names of fields included, made "�". */
export function makeWellFormed<T>(value: T): T {
  return replaceHalves(value) as T;
}

function replaceHalves(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(replaceHalves);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), replaceHalves(item)]),
  );
}
