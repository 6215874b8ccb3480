/** The named numbers of a hidden input, as students know them from the signatures: "cIn", "batchSize", "height". */
import type { CallPart } from "../contract/question";

export interface Dimension {
  readonly name: string;
  readonly value: number;
  /** Where it stands, so that it can be changed; absent for the axes of a tensor, whose data would have to follow. */
  readonly path?: readonly string[];
}

const axes: Readonly<Record<number, readonly string[]>> = {
  2: ["batch", "features"],
  4: ["batch", "channels", "height", "width"],
};

/** Numbers under more than one key of the same name, and lists of other things than numbers, are left out. */
export function listDimensions(input: unknown): readonly Dimension[] {
  const found = collect(input, []);
  const names = found.map((one) => one.name);
  return found.filter((one) => names.indexOf(one.name) === names.lastIndexOf(one.name));
}

function collect(value: unknown, path: readonly string[]): readonly Dimension[] {
  const name = path.at(-1);
  if (typeof value === "number") return name === undefined ? [] : [{ name, value, path }];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if (isTensor(value)) return nameAxes(value.shape);
  if (Array.isArray(value)) return name === undefined ? [] : collectItems(value, name, path);
  return Object.entries(value).flatMap(([key, item]) => collect(item, [...path, key]));
}

function collectItems(items: readonly unknown[], name: string, path: readonly string[]) {
  return items.flatMap((value, index) =>
    typeof value === "number" ? [{ name: `${name}[${index}]`, value, path: [...path, String(index)] }] : [],
  );
}

function isTensor(value: object): value is { readonly shape: readonly number[] } {
  return "shape" in value && "data" in value && Array.isArray(value.shape);
}

function nameAxes(shape: readonly number[]): readonly Dimension[] {
  return shape.map((value, index) => ({ name: axes[shape.length]?.[index] ?? `axis ${index}`, value }));
}

/** A copy of the input with one number changed. */
export function setDimension(input: unknown, path: readonly string[], value: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(input)) {
    return input.map((item, index) => (String(index) === key ? setDimension(item, rest, value) : item));
  }
  const fields = input as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: setDimension(fields[key], rest, value) };
}

/** Values of the dimensions that all inputs share: by name, one per input. */
export function tabulateDimensions(inputs: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const rows = inputs.map((input) => new Map(listDimensions(input).map((one) => [one.name, one.value])));
  const [first] = rows;
  const shared = [...(first?.keys() ?? [])].filter((name) => rows.every((row) => row.has(name)));
  return new Map(shared.map((name) => [name, rows.map((row) => row.get(name) as number)]));
}

/** What a part calls the quantities of its inputs: by name, one per input. */
export function tabulateQuantities(
  { quantities }: CallPart,
  inputs: readonly unknown[],
): ReadonlyMap<string, readonly number[]> {
  const rows = inputs.map((input) => quantities?.(input) ?? {});
  const names = Object.keys(rows[0] ?? {});
  return new Map(names.map((name) => [name, rows.map((row) => row[name] ?? 0)]));
}
