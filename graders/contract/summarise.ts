/** A short, safe text for any value, for staff's table of cases. */
import { Opaque } from "./value";

const longest = 120;
const longestKey = 40;
const mostItems = 8;

/**
 * Never throws and never grows: nested or long values are cut, control characters are made visible. Whatever is left
 * out leaves a "…": who compares two texts must see that they do not say all.
 */
export function summarise(value: unknown): string {
  const text = describe(value, 3);
  const visible = text.replace(/\p{Cc}|[\u2028\u2029]/gu, "�");
  return visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible;
}

function describe(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, longest));
  if (typeof value === "bigint" || typeof value === "number")
    return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value !== "object") return String(value);
  if (value instanceof Opaque) return `<${value.typeName}>`;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return `[${join(value, (item) => describe(item, depth - 1))}]`;
  return `{${join(Object.entries(value), ([key, item]) => `${cutKey(key)}: ${describe(item, depth - 1)}`)}}`;
}

function join<Item>(items: readonly Item[], say: (item: Item) => string): string {
  const rest = items.length > mostItems ? [`… (${items.length})`] : [];
  return [...items.slice(0, mostItems).map(say), ...rest].join(", ");
}

const cutKey = (key: string): string => (key.length > longestKey ? `${key.slice(0, longestKey)}…` : key);
