/** Values as text, to tell whether two are the same. */
import type { FoundIds } from "../contract/earlier";
import { Opaque } from "../contract/value";

/** No two values that judging could tell apart are written alike, as in JSON 5n and `{ bigint: "5" }` could be. */
export function writeValue(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Opaque) return `<${JSON.stringify(value.typeName)}>`;
  if (Array.isArray(value)) return `[${value.map(writeValue).join()}]`;
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${writeValue(one)}`)}}`;
}

/** Equal findings in equal words. */
export const writeFound = (found: FoundIds | undefined): string | undefined => found && [...found].join(" ");
