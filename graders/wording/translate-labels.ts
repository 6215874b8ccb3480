/** Whole tables of labels in another language. Pure. */
import type { Translator } from "../contract/translator";

/** A table with the same keys and any strings. */
export type Labels<Table> = Table extends string
  ? string
  : { readonly [Key in keyof Table]: Labels<Table[Key]> };

/** @param table nothing but strings, however nested */
export function translateLabels<Table extends object>(
  table: Table,
  translate: Translator["translate"],
): Labels<Table> {
  return translateNode(table, translate) as Labels<Table>;
}

function translateNode(node: unknown, translate: Translator["translate"]): unknown {
  if (typeof node === "string") return translate(node);
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => translateNode(one, translate));
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, translateNode(value, translate)]),
  );
}

/** Every string of it, in order. */
export function listStrings(node: unknown): readonly string[] {
  if (typeof node === "string") return [node];
  if (typeof node !== "object" || node === null) return [];
  return Object.values(node).flatMap(listStrings);
}
