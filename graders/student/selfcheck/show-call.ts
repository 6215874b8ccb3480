/** Calls and values in a line each, as a student would type them. */
import { inspect } from "node:util";
import { describeValue } from "../../contract/answers";
import { type Call, Opaque, type Value } from "../../contract/value";
import { sayMessage } from "../../wording/messages";
import { english } from "../../wording/translator";

const longest = 300;
const options = {
  compact: true,
  depth: 3,
  maxArrayLength: 12,
  maxStringLength: 80,
  breakLength: Number.POSITIVE_INFINITY,
};

export function showCall({ export: name, args }: Call): string {
  return `${name}(${args.map((argument) => cut(inspect(argument, options))).join(", ")})`;
}

export function showValue(value: Value): string {
  return cut(inspect(toPlain(value), options));
}

/** Answers come without prototypes, which `inspect` would point out. */
function toPlain(value: Value): unknown {
  if (value instanceof Opaque) return { [inspect.custom]: () => sayMessage(describeValue(value), english) };
  if (Array.isArray(value))
    return (value as readonly Value[]).slice(0, options.maxArrayLength + 1).map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
