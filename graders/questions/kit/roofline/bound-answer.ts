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

/** Names of either limit, as English, German and French have them. */
const names: Readonly<Record<Exclude<Bound, "either">, string>> = {
  memory:
    "mem(?:ory)?|bandwidth|bw|d?ram|hbm|traffic|transfer|i/?o|data|bytes?|speicher|(?:speicher)?bandbreiten?|m[ée]moire|bande[\\s_-]{1,3}passante",
  compute:
    "comput[a-z]{0,12}|arithmetic(?:al(?:ly)?)?|flops?|math|maths|calculation|processing|processor|alu|rechen|rechenleistungs?|calcul|arithm[ée]tique",
};
/** What stands around the name: "limited by the …", "… bandwidth-bound". */
const before = "(?:(?:bound(?:ed)?|limited)[\\s_-]{1,3}by[\\s_-]{1,3})?(?:the[\\s_-]{1,3})?";
const between = "(?:[\\s_-]{0,3}(?:bandwidth|throughput|power|access|transfer|traffic|movement))?";
const ending =
  "bound(?:ed|ness)?|limit(?:ed)?|constrain(?:ed|t)|intensive|heavy|bottleneck(?:ed)?|gebunden|begrenzt|limitiert|limitée?";
const wordOf = (name: string): RegExp =>
  new RegExp(`^${before}(?:${name})${between}(?:[\\s_-]{0,3}(?:${ending}))?[.!]?$`, "i");
const wordsOf: readonly (readonly [Bound, RegExp])[] = [
  ["memory", wordOf(names.memory)],
  ["compute", wordOf(names.compute)],
];

/** The two words or others for them, in any case, with or without "bound" behind them. */
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
  const trimmed = text.slice(0, sentenceLength).trim();
  return wordsOf.find(([, pattern]) => pattern.test(trimmed))?.[0];
}

/** What the one word of a sentence that goes with "bound" says, or the only one of the two; nothing that is denied. */
function readSentence(text: string): Bound | undefined {
  if (/\b(not|neither|nor)\b|n't/i.test(text)) return undefined;
  const bound = [...text.matchAll(sentenceOf(`${names.memory}|${names.compute}`, true))];
  // Without "bound" behind it, an arithmetic intensity is no word for a limit.
  const words =
    bound.length > 0 ? bound : [...text.matchAll(sentenceOf("memory|bandwidth|comput[a-z]{0,12}", false))];
  const said = new Set(words.map(([, word = ""]) => readWord(word)));
  return said.size === 1 ? [...said][0] : undefined;
}

function sentenceOf(name: string, isBound: boolean): RegExp {
  const end = isBound ? `${between}[\\s_-]{0,3}(?:${ending})\\b` : "\\b";
  return new RegExp(`(?<![\\p{L}\\p{N}])(${name})${end}`, "giu");
}

export function isSameBound(expected: BoundAnswer, came: BoundAnswer): boolean {
  const isSameWord = expected.bound === came.bound || [expected.bound, came.bound].includes("either");
  return isSameWord && expected.form === came.form;
}

/** One number for each word; NaN where either is right. */
export function findProbe({ bound }: BoundAnswer): number {
  return { memory: 1, compute: 2, either: Number.NaN }[bound];
}
