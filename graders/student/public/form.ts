/**
 * The documented form of an answer ("an object with the numbers macs and flops"), as plain data that travels to
 * students, and the look whether a returned value has it. The readers are those of the grader.
 */
import { describeValue, getField, type Returned, readReal } from "../../contract/answers";
import { Opaque, type Value } from "../../contract/value";

export type Form =
  /** A number, a bigint or a decimal string. */
  | { readonly kind: "number" }
  | { readonly kind: "text" }
  | { readonly kind: "list"; readonly of: Form }
  /** Further fields are welcome. */
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Form>> }
  | { readonly kind: "nullable"; readonly of: Form };

/** What came instead of the form, or null when the value has it. */
export function findMalformed(value: Value, form: Form): Returned | null {
  switch (form.kind) {
    case "number": {
      const read = readReal(value);
      return read.ok ? null : read.came;
    }
    case "text":
      return typeof value === "string" ? null : describeValue(value);
    case "nullable":
      return value === null ? null : findMalformed(value, form.of);
    case "list":
      return Array.isArray(value) ? findMalformedItem(value, form.of) : describeValue(value);
    case "object":
      return isRecord(value) ? findMalformedField(value, form.fields) : describeValue(value);
  }
}

function findMalformedItem(items: readonly Value[], of: Form): Returned | null {
  for (const item of items) {
    const came = findMalformed(item, of);
    if (came !== null) return { code: "returned-list-holding", came };
  }
  return null;
}

function findMalformedField(value: Value, fields: Readonly<Record<string, Form>>): Returned | null {
  for (const [name, form] of Object.entries(fields)) {
    const field = getField(value, name);
    if (field === undefined) return describeValue(value);
    const came = findMalformed(field, form);
    if (came !== null) return { code: "returned-in-field", came, name };
  }
  return null;
}

function isRecord(value: Value): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Opaque);
}
