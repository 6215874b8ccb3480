/** A short, safe text for any value, for staff's table of cases. */
import { Opaque } from "./value";

const longest = 120;

/** Never throws and never grows: nested or long values are cut, control characters are made visible. */
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
  if (Array.isArray(value))
    return `[${value
      .slice(0, 8)
      .map((item) => describe(item, depth - 1))
      .join(", ")}${value.length > 8 ? `, … (${value.length})` : ""}]`;
  const fields = Object.entries(value).slice(0, 8);
  return `{${fields.map(([key, item]) => `${key.slice(0, 40)}: ${describe(item, depth - 1)}`).join(", ")}}`;
}
