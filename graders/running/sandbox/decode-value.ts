/**
 * Reads an answer. The text was written by a process that belongs to a stranger, so everything is bounded and
 * checked, and nothing recurses: JSON.parse accepts nesting that would overflow the stack of any recursive reader.
 */

import type { Limits } from "../../contract/limits";
import type { ExceededLimits, Interferences, Message } from "../../contract/message";
import { Opaque, type Value } from "../../contract/value";

export type AnswerLimits = Pick<Limits, "answerDepth" | "answerNodes" | "answerStringLength">;

/** "too-large" is a limit that honest code may meet; "malformed" is text that our runner never writes. */
export type Decoded =
  | { readonly kind: "decoded"; readonly value: Value }
  | { readonly kind: "too-large"; readonly limit: Message<keyof ExceededLimits> }
  | { readonly kind: "malformed"; readonly because: Message<keyof Interferences> };

type Container = Value[] | { [key: string]: Value };

interface Pending {
  readonly source: unknown;
  readonly depth: number;
  readonly target: Container;
  readonly key: string | number;
}

class TooLarge extends Error {
  constructor(readonly limit: Message<keyof ExceededLimits>) {
    super(limit.code);
  }
}

class Malformed extends Error {
  constructor(readonly code: keyof Interferences) {
    super(code);
  }
}

const typeNamePattern = /^[\w $]{1,60}$/;
/** As many digits as the runner writes at most: reading more would take time beyond measure. */
export const mostBigintDigits = 5000;
const bigintPattern = new RegExp(`^-?\\d{1,${mostBigintDigits}}$`);
const specialNumbers: ReadonlyMap<unknown, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-0", -0],
]);

/** Decodes one value from JSON text. Never throws. */
export function decodeValue(text: string, limits: AnswerLimits): Decoded {
  let source: unknown;
  try {
    source = JSON.parse(text);
  } catch {
    return { kind: "malformed", because: { code: "answer-not-json" } };
  }
  return decodeParsed(source, limits);
}

/** Decodes one value that JSON.parse has read already. Never throws. */
export function decodeParsed(source: unknown, limits: AnswerLimits): Decoded {
  try {
    return { kind: "decoded", value: decodeAll(source, limits) };
  } catch (error) {
    if (error instanceof TooLarge) return { kind: "too-large", limit: error.limit };
    if (error instanceof Malformed) return { kind: "malformed", because: { code: error.code } };
    throw error;
  }
}

function decodeAll(source: unknown, limits: AnswerLimits): Value {
  const root: Value[] = [];
  const stack: Pending[] = [{ source, depth: 0, target: root, key: 0 }];
  let nodes = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    put(next.target, next.key, decodeOne(next, stack, limits));
    if (nodes + stack.length > limits.answerNodes)
      throw new TooLarge({ code: "answer-values", count: limits.answerNodes });
  }
  return root[0];
}

function decodeOne(pending: Pending, stack: Pending[], limits: AnswerLimits): Value {
  const { source } = pending;
  switch (typeof source) {
    case "string":
      if (source.length <= limits.answerStringLength) return source;
      throw new TooLarge({ code: "answer-string-length", count: limits.answerStringLength });
    case "boolean":
    case "number":
      return source;
    default:
      return source === null ? null : openContainer(source as object, pending, stack, limits);
  }
}

function openContainer(source: object, pending: Pending, stack: Pending[], limits: AnswerLimits): Value {
  const depth = pending.depth + 1;
  if (depth > limits.answerDepth) throw new TooLarge({ code: "answer-levels", levels: limits.answerDepth });
  if (Array.isArray(source)) {
    if (source.length > limits.answerNodes)
      throw new TooLarge({ code: "answer-values", count: limits.answerNodes });
    const target: Value[] = new Array(source.length);
    for (const [key, item] of source.entries()) stack.push({ source: item, depth, target, key });
    return target;
  }
  const entries = Object.entries(source);
  const [first] = entries;
  if (first !== undefined && isTag(first[0])) return decodeTag(entries, first);
  const target: { [key: string]: Value } = Object.create(null);
  // The last one pushed is decoded first, so this keeps the order of the keys.
  for (const [key, item] of entries.reverse()) {
    stack.push({ source: item, depth, target, key: decodeKey(key, limits) });
  }
  return target;
}

function isTag(key: string): boolean {
  return key.startsWith("$") && !key.startsWith("$$");
}

function decodeKey(key: string, limits: AnswerLimits): string {
  if (isTag(key) || key === "__proto__") throw new Malformed("answer-with-forbidden-key");
  if (key.length > limits.answerStringLength)
    throw new TooLarge({ code: "answer-key-length", count: limits.answerStringLength });
  return key.startsWith("$") ? key.slice(1) : key;
}

function decodeTag(entries: readonly unknown[], [tag, content]: [string, unknown]): Value {
  if (entries.length !== 1) throw new Malformed("answer-with-tag-among-keys");
  if (tag === "$undefined" && content === true) return undefined;
  if (tag === "$bigint" && typeof content === "string" && bigintPattern.test(content)) return BigInt(content);
  if (tag === "$opaque" && typeof content === "string" && typeNamePattern.test(content))
    return new Opaque(content);
  const number = tag === "$number" ? specialNumbers.get(content) : undefined;
  if (number === undefined) throw new Malformed("answer-with-unknown-tag");
  return number;
}

function put(target: Container, key: string | number, value: Value): void {
  if (Array.isArray(target)) target[Number(key)] = value;
  else target[String(key)] = value;
}
