/** Calls and values in a line each, as a student would type them. */
import { inspect } from "node:util";
import { describeValue } from "../../contract/answers";
import { type Call, Opaque, type Value } from "../../contract/value";
import { sayMessage } from "../../wording/messages";
import { english } from "../../wording/translator";
import { writeLiteral } from "../public/write-literal";

const longest = 300;
const inALine = {
  compact: true,
  depth: 3,
  maxArrayLength: 12,
  maxStringLength: 80,
  breakLength: Number.POSITIVE_INFINITY,
};
const onAScreen = { depth: 8, maxArrayLength: 200, maxStringLength: 10_000 };

/** Can be pasted as it stands. */
export function showCall({ export: name, args }: Call): string {
  return `${name}(${args.map(writeLiteral).join(", ")})`;
}

export function showValue(value: Value): string {
  return cut(inspect(toPlain(value, inALine.maxArrayLength), inALine));
}

/** On as many lines as it takes. */
export function showWhole(value: Value): string {
  return inspect(toPlain(value, onAScreen.maxArrayLength), onAScreen);
}

/** Answers come without prototypes, which `inspect` would point out. */
function toPlain(value: Value, mostItems: number): unknown {
  if (value instanceof Opaque) return { [inspect.custom]: () => sayMessage(describeValue(value), english) };
  if (Array.isArray(value))
    return (value as readonly Value[]).slice(0, mostItems + 1).map((item) => toPlain(item, mostItems));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, mostItems)]));
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
