/** The word as people give it: alone, in a sentence, or in an object. */
import { describeValue } from "../../../contract/answers";
import type { Read } from "../../../contract/question";
import type { Value } from "../../../contract/value";
import { choose } from "../choice-part";

/** "either" is expected, never answered. */
export type Bound = "memory" | "compute" | "either";
export type BoundForm = "word" | "sentence" | "object";

export interface BoundAnswer {
  readonly bound: Bound;
  readonly form: BoundForm;
}

const sentenceLength = 2000;

export const form = choose<BoundForm>(
  { id: "word", effect: "word" },
  {
    id: "sentence",
    effect: "sentence",
    credit: "0.75",
    says: "You return a sentence instead of the word.",
    hint: "A program reads the answer: which single word does it expect?",
  },
  {
    id: "object",
    effect: "object",
    credit: "0.5",
    says: "You return an object that holds the word.",
    hint: "A program reads the answer: which single word does it expect?",
  },
);

/** The two words, in any case, with or without "bound" behind them; bandwidth is memory's. */
export function readBound(value: Value): Read<BoundAnswer> {
  const inner = Array.isArray(value) && value.length === 1 ? (value[0] as Value) : value;
  if (typeof inner === "string") return readText(inner);
  if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    const words = Object.values(inner).map((field) =>
      typeof field === "string" ? readWord(field) : undefined,
    );
    const [bound, ...others] = words.filter((one) => one !== undefined);
    if (bound !== undefined && others.length === 0) return { ok: true, answer: { bound, form: "object" } };
  }
  return { ok: false, came: describeValue(value) };
}

function readText(text: string): Read<BoundAnswer> {
  const word = readWord(text);
  if (word !== undefined) return { ok: true, answer: { bound: word, form: "word" } };
  const said = readSentence(text.slice(0, sentenceLength));
  if (said === undefined) return { ok: false, came: { code: "returned-other-text" } };
  return { ok: true, answer: { bound: said, form: "sentence" } };
}

function readWord(text: string): Bound | undefined {
  const word = /^(memory|bandwidth|compute|computation)([\s_-]*(bound|limited))?[.!]?$/i.exec(
    text.trim(),
  )?.[1];
  return word === undefined ? undefined : nameBound(word);
}

/** What the one word of a sentence that goes with "bound" says, or the only one of the two; nothing that is denied. */
function readSentence(text: string): Bound | undefined {
  if (/\b(not|neither|nor)\b|n't/i.test(text)) return undefined;
  const bound = [...text.matchAll(/\b(memory|bandwidth|comput\w*)[\s_-]*(?:bound|limited)\b/gi)];
  const words = bound.length > 0 ? bound : [...text.matchAll(/\b(memory|bandwidth|comput\w*)\b/gi)];
  const said = new Set(words.map(([, word = ""]) => nameBound(word)));
  return said.size === 1 ? [...said][0] : undefined;
}

function nameBound(word: string): Bound {
  return word.toLowerCase().startsWith("comp") ? "compute" : "memory";
}

export function isSameBound(expected: BoundAnswer, came: BoundAnswer): boolean {
  const isSameWord = expected.bound === came.bound || [expected.bound, came.bound].includes("either");
  return isSameWord && expected.form === came.form;
}

/** One number for each word; NaN where either is right. */
export function findProbe({ bound }: BoundAnswer): number {
  return { memory: 1, compute: 2, either: Number.NaN }[bound];
}
