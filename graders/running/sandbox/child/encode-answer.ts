/**
 * Writes a returned value as text, by its own properties and the getters of its class alone: `toJSON` is never asked.
 * Getters and proxies do run, inside the call's time.
 */
import { listFields } from "./fields";
import {
  get,
  getPrototypeOf,
  is,
  isArray,
  isFiniteNumber,
  ordinaryPrototype,
  stringify,
  toText,
  types,
} from "./primitives";

export interface AnswerBounds {
  readonly depth: number;
  readonly nodes: number;
  readonly bytes: number;
}

/** Which limit of an answer a value goes over. */
export type ExceededBound = keyof AnswerBounds | "digits";

/** The value holds more than an answer may; `message` is the limit. */
export class TooLarge extends Error {
  constructor(bound: ExceededBound) {
    super(bound);
  }
}

const maxBigintDigits = 5000;
const hugeBigint = 10n ** BigInt(maxBigintDigits);

interface Progress {
  nodes: number;
  characters: number;
}

/** @throws TooLarge; and whatever a getter or a proxy of the value throws */
export function encodeAnswer(value: unknown, bounds: AnswerBounds): string {
  return encode(value, 0, { nodes: 0, characters: 0 }, bounds);
}

function encode(value: unknown, depth: number, progress: Progress, bounds: AnswerBounds): string {
  countNode(progress, bounds);
  if (typeof value === "object" && value !== null) {
    const typeName = nameOpaqueType(value);
    if (typeName !== null) return encodeOpaque(typeName);
    if (depth >= bounds.depth) throw new TooLarge("depth");
    return isArray(value) || types.isTypedArray(value)
      ? encodeItems(value as ArrayLike<unknown>, depth, progress, bounds)
      : encodeProperties(value, depth, progress, bounds);
  }
  return count(encodePrimitive(value), progress, bounds);
}

function countNode(progress: Progress, bounds: AnswerBounds): void {
  progress.nodes += 1;
  if (progress.nodes > bounds.nodes) throw new TooLarge("nodes");
}

function encodePrimitive(value: unknown): string {
  switch (typeof value) {
    case "number":
      if (isFiniteNumber(value) && !is(value, -0)) return toText(value);
      return `{"$number":"${is(value, -0) ? "-0" : value}"}`;
    case "string":
      return stringify(value);
    case "bigint":
      return encodeBigint(value);
    case "undefined":
      return '{"$undefined":true}';
    case "function":
    case "symbol":
      return encodeOpaque(typeof value);
    default:
      return value === true ? "true" : value === false ? "false" : "null";
  }
}

function encodeBigint(value: bigint): string {
  // Compared, not counted: writing out a huge number takes longer than any call may.
  if (value >= hugeBigint || value <= -hugeBigint) throw new TooLarge("digits");
  return `{"$bigint":"${value}"}`;
}

function encodeItems(
  items: ArrayLike<unknown>,
  depth: number,
  progress: Progress,
  bounds: AnswerBounds,
): string {
  if (items.length > bounds.nodes) throw new TooLarge("nodes");
  let text = "[";
  for (let i = 0; i < items.length; i += 1) {
    text += (i === 0 ? "" : ",") + encode(items[i], depth + 1, progress, bounds);
  }
  return `${text}]`;
}

function encodeProperties(object: object, depth: number, progress: Progress, bounds: AnswerBounds): string {
  let text = "{";
  for (const key of listFields(object, () => countNode(progress, bounds))) {
    if (key === "__proto__") throw new TypeError('the answer has a property named "__proto__"');
    const name = count(stringify(key[0] === "$" ? `$${key}` : key), progress, bounds);
    text += `${text === "{" ? "" : ","}${name}:${encode(get(object, key), depth + 1, progress, bounds)}`;
  }
  return `${text}}`;
}

/** Total size is watched while the text grows, so that a small value cannot blow up into a huge text. */
function count(text: string, progress: Progress, bounds: AnswerBounds): string {
  progress.characters += text.length;
  if (progress.characters > bounds.bytes) throw new TooLarge("bytes");
  return text;
}

function encodeOpaque(typeName: string): string {
  return `{"$opaque":"${typeName}"}`;
}

/** Name of a built-in that is no plain data, or null for arrays, numeric arrays and objects with properties. */
function nameOpaqueType(value: object): string | null {
  // The usual case first: most answers are plain objects, and every other question below costs a native call.
  if (isArray(value) || getPrototypeOf(value) === ordinaryPrototype) return null;
  if (types.isDate(value)) return "Date";
  if (types.isRegExp(value)) return "RegExp";
  if (types.isMap(value)) return "Map";
  if (types.isSet(value)) return "Set";
  if (types.isWeakMap(value) || types.isWeakSet(value)) return "weak collection";
  if (types.isPromise(value)) return "Promise";
  if (types.isNativeError(value)) return "Error";
  if (types.isAnyArrayBuffer(value)) return "ArrayBuffer";
  if (types.isDataView(value)) return "DataView";
  if (types.isGeneratorObject(value)) return "generator";
  if (types.isBoxedPrimitive(value)) return "boxed primitive";
  return null;
}
