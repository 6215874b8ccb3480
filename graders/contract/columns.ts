/**
 * Lists of records by column, on their way to the child: an allocator's two thousand events name their three fields
 * once instead of two thousand times, and each word of theirs once.
 *
 *   {"$rows": {"bytes": [512, 64], "category": {"words": ["input"], "at": [0, 0]}}}
 */

/** Fewer records are told as they are. */
const fewestRows = 8;

type Row = Readonly<Record<string, unknown>>;

/** Text of the records by column, or null where they are no records of the same fields, all numbers or all words. */
export function encodeColumns(items: readonly unknown[]): string | null {
  const [first] = items;
  if (items.length < fewestRows || !isRow(first)) return null;
  const names = Object.keys(first).sort();
  if (names.length === 0 || names.some(isSpecialName)) return null;
  const rows = items.filter((one): one is Row => isRow(one) && hasNames(one, names));
  if (rows.length < items.length) return null;
  const columns = names.map((name) => encodeColumn(rows.map((row) => row[name])));
  if (columns.includes(null)) return null;
  return `{"$rows":{${columns.map((column, at) => `${JSON.stringify(names[at])}:${column}`).join()}}}`;
}

function encodeColumn(values: readonly unknown[]): string | null {
  if (values.every((value) => Number.isFinite(value) && !Object.is(value, -0))) return `[${values.join()}]`;
  if (!values.every((value) => typeof value === "string")) return null;
  const places = new Map<string, number>();
  const at = values.map((word) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  });
  return `{"words":${JSON.stringify([...places.keys()])},"at":[${at.join()}]}`;
}

/** Those that the text form of arguments or the language itself gives a meaning. */
const isSpecialName = (name: string): boolean => name.startsWith("$") || name === "__proto__";

const hasNames = (row: Row, names: readonly string[]): boolean =>
  Object.keys(row).length === names.length && names.every((name) => Object.hasOwn(row, name));

/** A look at the name as well, since plain objects made in another realm have another Object.prototype. */
function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
