/**
 * The text form of arguments on their way to the child: JSON, with one-key objects for what JSON lacks.
 *
 *   {"$number": "NaN" | "Infinity" | "-Infinity" | "-0"}   {"$undefined": true}   {"$bigint": "12"}
 *   {"$float32": {"length": 580800, "tile": [1075838976]}}   the tile's elements repeated up to the length; their bits
 *                                                          as numbers, which keep every NaN
 *   {"$rows": {"bytes": [512, 64]}}                       a list of records of the same fields, by column
 *   {"$opaque": "Date"}                                    in answers only: no data is read from it
 *
 * A plain object's own keys that start with "$" carry one "$" more, so that no data can look like a tag.
 */
import { encodeColumns } from "./columns";
import { compareText } from "./compare-text";
import { GraderFault } from "./faults";
import { remember } from "./remember";
import type { Call } from "./value";

/** A call with its arguments as text. Equal export and equal text mean: the same call. */
export interface EncodedCall {
  readonly export: string;
  readonly argsText: string;
}

/** Equal calls have one name. */
export const nameCall = ({ export: name, argsText }: EncodedCall): string => `${name} ${argsText}`;

const maxDepth = 64;
/** Longest tile looked for, in elements; longer periods travel in full. */
const maxTileLength = 4096;

/** Encodes once per batch, not once per submission. */
export function encodeCall(call: Call): EncodedCall {
  return { export: call.export, argsText: encodeArgs(call.args) };
}

/**
 * Canonical text of arguments: equal values give equal text, whatever the order of their keys. Tensors travel as
 * the bits of their elements, or of those of a tile where the data repeat one.
 *
 * @throws GraderFault for what is no plain data (a function, a Date …) or is nested deeper than 64 levels
 */
export function encodeArgs(args: readonly unknown[]): string {
  return encodeColumns(args) ?? `[${args.map(encodeArgument).join()}]`;
}

function encodeArgument(value: unknown): string {
  return typeof value === "object" && value !== null ? encodeOnce(value) : encode(value, 1);
}

/** Inputs never change: what thousands of calls have in common is written once. */
const encodeOnce = remember((value: object) => encode(value, 1));

function encode(value: unknown, depth: number): string {
  if (depth > maxDepth)
    throw new GraderFault(`an argument is nested deeper than ${maxDepth} levels, or circular`);
  switch (typeof value) {
    case "number":
      return encodeNumber(value);
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "bigint":
      return `{"$bigint":"${value}"}`;
    case "undefined":
      return '{"$undefined":true}';
    case "object":
      return value === null ? "null" : encodeObject(value, depth);
    default:
      throw new GraderFault(`an argument holds a ${typeof value}; expected plain data`);
  }
}

function encodeNumber(value: number): string {
  if (Number.isFinite(value) && !Object.is(value, -0)) return String(value);
  return `{"$number":"${Object.is(value, -0) ? "-0" : value}"}`;
}

function encodeObject(value: object, depth: number): string {
  if (value instanceof Float32Array) return encodeFloat32(value);
  if (Array.isArray(value)) return encodeList(value, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  // A look at the name as well, since plain objects made in another realm have another Object.prototype.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new GraderFault(`an argument holds a ${value.constructor.name}; expected plain data`);
  }
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, item]) => `${encodeKey(key)}:${encode(item, depth + 1)}`).join()}}`;
}

function encodeList(items: readonly unknown[], depth: number): string {
  return encodeColumns(items) ?? `[${Array.from(items, (item) => encode(item, depth + 1)).join()}]`;
}

function encodeKey(key: string): string {
  return JSON.stringify(key.startsWith("$") ? `$${key}` : key);
}

function encodeFloat32(values: Float32Array): string {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return `{"$float32":{"length":${values.length},"tile":[${words.subarray(0, findPeriod(words)).join()}]}}`;
}

/** Smallest p with words[i] = words[i - p] for all i ≥ p, or the whole length when p exceeds the longest tile. */
function findPeriod(words: Uint32Array): number {
  for (let period = 1; period <= Math.min(maxTileLength, words.length); period += 1) {
    if (isRepeating(words, period)) return period;
  }
  return words.length;
}

function isRepeating(words: Uint32Array, period: number): boolean {
  for (let i = period; i < words.length; i += 1) {
    if (words[i] !== words[i - period]) return false;
  }
  return true;
}
