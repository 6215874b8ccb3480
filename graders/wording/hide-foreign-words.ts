/**
 * What may be repeated of a returned value. Names of fields and types, lengths and quoted texts are the student's code
 * speaking, and it may speak of a hidden input: only words that are ours get through.
 */
import type { Message, ReturnedForms } from "../contract/message";

type Returned = Message<keyof ReturnedForms>;

/** Names that any object or chart may have and that say nothing about an input: their author knows the value by them. */
const plainNames: readonly string[] = [
  "aggregate",
  "array",
  "axis",
  "bin",
  "chart",
  "concat",
  "config",
  "data",
  "datasets",
  "encoding",
  "expected",
  "facet",
  "field",
  "format",
  "got",
  "hconcat",
  "height",
  "label",
  "layer",
  "legend",
  "lines",
  "list",
  "mark",
  "name",
  "number",
  "numbers",
  "params",
  "points",
  "repeat",
  "reverse",
  "scale",
  "selection",
  "sort",
  "string",
  "text",
  "title",
  "tooltip",
  "transform",
  "type",
  "values",
  "vconcat",
  "width",
  "x",
  "y",
];

/** @param fields that the question itself names */
export function hideForeignWords(came: Returned, fields: readonly string[]): Returned {
  switch (came.code) {
    case "returned-value-of-type":
      return { code: "returned-other-value" };
    case "returned-array":
      return { code: "returned-some-array" };
    case "returned-object": {
      const shown = listKnown(came.fields, fields);
      return shown.join() === "…" ? { code: "returned-other-object" } : { ...came, fields: shown };
    }
    case "returned-list-holding":
      return { ...came, came: hideForeignWords(came.came, fields) };
    case "returned-in-field":
      return { ...came, came: hideInField(came.came, fields) };
    case "chart-misfit": {
      const names = hideNames(came.path.split("/").slice(1), plainNames);
      const path = `/${names.join("/")}`;
      return isPlain(came)
        ? { ...came, path }
        : { code: "chart-misfit-unshown", path, expected: came.expected };
    }
    case "chart-misfit-at-top":
      return isPlain(came) ? came : { code: "chart-misfit-at-top-unshown", expected: came.expected };
    default:
      return came;
  }
}

/** A field that should not be there, by its name alone. */
const isPlain = ({ expected, got }: { readonly expected: string; readonly got: string }): boolean =>
  expected === "no field of this name" && plainNames.some((name) => got === `"${name}"`);

/** "an object with … in macs": with other fields than what, nobody asks of a value inside another. */
function hideInField(came: Returned, fields: readonly string[]): Returned {
  const shown = hideForeignWords(came, fields);
  return shown.code === "returned-other-object" ? { code: "returned-object", fields: ["…"] } : shown;
}

/** In an order of ours and without those that others have too: a program may choose both. */
function listKnown(names: readonly string[], known: readonly string[]): readonly string[] {
  const shown = known.filter((name) => names.includes(name)).sort();
  return names.every((name) => known.includes(name)) ? shown : [...shown, "…"];
}

/** Each run of other names becomes one "…". */
function hideNames(names: readonly string[], known: readonly string[]): readonly string[] {
  return names
    .map((name) => (known.includes(name) ? name : "…"))
    .filter((name, at, all) => name !== "…" || all[at - 1] !== "…");
}
