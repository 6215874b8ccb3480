/**
 * Answers as JSON that `decode-value.ts` reads, with the one-key objects of `contract/wire.ts` for what JSON lacks. Equal values are equal text,
 * which the serialisation of node:v8 does not promise. A plain object's own keys that start with "$" carry one more.
 */
import { Opaque } from "../../contract/value";

export function writeTagged(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => tag(one));
}

function tag(one: unknown): unknown {
  if (one === undefined) return { $undefined: true };
  if (typeof one === "bigint") return { $bigint: String(one) };
  if (typeof one === "number" && (!Number.isFinite(one) || Object.is(one, -0)))
    return { $number: Object.is(one, -0) ? "-0" : String(one) };
  if (one instanceof Opaque) return { $opaque: one.typeName };
  if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
  const entries = Object.entries(one);
  return entries.some(([key]) => key.startsWith("$"))
    ? Object.fromEntries(entries.map(([key, item]) => [key.startsWith("$") ? `$${key}` : key, item]))
    : one;
}
