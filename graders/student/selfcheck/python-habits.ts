/** What people who know Python write out of habit, and how TypeScript writes it. Pure; finds, and never guesses. */
import { cutSource } from "../../intake/cut-source";
import type { SentenceName } from "../../wording/selfcheck-sentences";

/** A sentence and what is filled in. */
export interface Habit {
  readonly sentence: SentenceName;
  readonly values?: Readonly<Record<string, string>>;
}

/** Names that a running program misses, and what stands for them. */
const names: Readonly<Record<string, string>> = {
  print: "console.log(x)",
  None: "null",
  True: "true",
  False: "false",
  len: "list.length, x.shape[0]",
  self: "this",
  range: "for (let i = 0; i < n; i++) { … }",
  abs: "Math.abs(x)",
  min: "Math.min(...list)",
  max: "Math.max(...list)",
  round: "Math.round(x), Number(x.toFixed(2))",
  int: "Math.trunc(x), parseInt(text, 16)",
  float: "Number(x), Infinity",
  str: "String(x)",
  pow: "a ** b",
  sum: "list.reduce((a, b) => a + b, 0)",
  sorted: "[...list].sort((a, b) => a - b)",
  enumerate: "list.entries()",
  isinstance: 'typeof x === "number"',
  math: "Math.floor(x), Math.exp(x)",
  np: "for (const x of list) { … }",
  zip: "list.map((x, i) => [x, other[i]])",
  any: "list.some((x) => …)",
  all: "list.every((x) => …)",
  list: "[...x]",
  hex: "x.toString(16)",
  hashlib: 'import { createHash } from "node:crypto"',
  pass: "nothing at all",
};

const methods: Readonly<Record<string, string>> = {
  append: "push",
  lower: "toLowerCase",
  upper: "toUpperCase",
  strip: "trim",
  startswith: "startsWith",
  endswith: "endsWith",
};

/** Words that end a program before it starts; looked for outside of texts and comments. */
const words: readonly (readonly [word: string, python: string, code: string])[] = [
  ["def", "def f(x):", "function f(x: number): number { … }"],
  ["elif", "elif", "else if (…) { … }"],
  ["lambda", "lambda x: …", "(x) => …"],
  ["except", "except", "catch (error) { … }"],
  ["raise", "raise", "throw new Error(…)"],
  ["and", "and", "&&"],
  ["or", "or", "||"],
  ["not", "not", "!"],
  ["None", "None", "null"],
  ["True", "True", "true"],
  ["False", "False", "false"],
];

/** The same for what is no single word. */
const shapes: readonly (readonly [shape: RegExp, python: string, code: string])[] = [
  [/^\s*#/, "# …", "// …"],
  [/^\s*("""|''')/, '"""…"""', "/** … */"],
  [/(^|[\s(=,+])f["']/, 'f"…{x}…"', `\`…\${x}…\``],
  [/^\s*(import \w+( as |\s*$)|from \w+ import )/, "import", 'import { f } from "./file"'],
  [/^\s*for\s+\w+\s+in\s/, "for x in list:", "for (const x of list) { … }"],
  [/\S\s+for\s+\w+\s+in\s/, "[f(x) for x in list]", "list.map((x) => f(x))"],
  [/\[\s{0,3}-?\d{0,6}:-?\d{0,6}\s{0,3}\]/, "list[:10]", "list.slice(0, 10)"],
  [/\bis\s+(not|None)\b/, "is", "=== or !=="],
  [/[^\s({]\s+if\s[^:?]+\selse\s/, "a if c else b", "c ? a : b"],
  [/^\s*(if|while|else|try)\b[^{]*:\s*$/, "if c:", "if (c) { … }"],
];

/**
 * What a source that does not compile holds of Python.
 *
 * @param lines the line that the compiler points at, and the one above it
 */
export function findWrittenHabit(line: string, above: string): Habit | null {
  const shape = shapes.find(([pattern]) => pattern.test(line.slice(0, longestLine)));
  if (shape !== undefined) return writtenAs(shape[1], shape[2]);
  const used = new Set([...cutSource(line)].filter(({ kind }) => kind === "word").map(({ text }) => text));
  const word = words.find(([one]) => used.has(one));
  if (word !== undefined) return writtenAs(word[1], word[2]);
  const divides = [line, above].some((one) => /[\w)\]]\s*\/\/\s*[\w(]/.test(one.slice(0, longestLine)));
  return divides ? { sentence: "habitDivision" } : null;
}

const longestLine = 400;

/**
 * What an error of a running program has to do with Python.
 *
 * @param message "ReferenceError: print is not defined"
 * @param line the line it comes from; "" where that is not known
 * @param asked names of all functions that are asked for
 */
export function findRuntimeHabit(message: string, line: string, asked: ReadonlySet<string>): Habit | null {
  const [, missing] = /^ReferenceError: (\w{1,60}) is not defined$/.exec(message) ?? [];
  if (missing !== undefined) return findMissingName(missing, line, asked);
  const [, method = ""] = /^TypeError: .{0,200}\.(\w{1,20}) is not a function$/.exec(message) ?? [];
  const own = Object.hasOwn(methods, method) ? methods[method] : undefined;
  return own === undefined ? null : writtenAs(`.${method}()`, `.${own}()`);
}

function findMissingName(name: string, line: string, asked: ReadonlySet<string>): Habit | null {
  const known = Object.hasOwn(names, name) ? names[name] : undefined;
  if (known !== undefined) return writtenAs(name, known);
  const twin = [...asked].find((one) => one !== name && foldName(one) === foldName(name));
  if (twin !== undefined) return { sentence: "habitSnake", values: { name, nameAsked: twin } };
  const assigned = line.trimStart();
  const isAssigned = assigned.startsWith(name) && /^\s*=(?!=)/.test(assigned.slice(name.length));
  return isAssigned ? { sentence: "habitDeclare", values: { name } } : null;
}

function foldName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

function writtenAs(python: string, code: string): Habit {
  return { sentence: "habitWritten", values: { python, code } };
}

/**
 * Where a division may have become a comment, as in `return a // b` or `{ return a // b; }`: a comment behind a value,
 * made of numbers and of names that the source uses besides. The line counted from 1, or null.
 */
export function findDivision(source: string): number | null {
  const used = new Set<string>();
  const candidates: { readonly line: number; readonly text: string }[] = [];
  let before = { text: "", line: 0 };
  for (const piece of cutSource(source)) {
    if (piece.kind !== "comment") {
      if (piece.kind === "word") used.add(piece.text);
      before = piece;
    } else if (piece.line === before.line && /[\p{L}\p{N}_$)\]]$/u.test(before.text.slice(-1)))
      candidates.push({ line: piece.line, text: piece.text });
  }
  const isDivision = ({ text }: { readonly text: string }): boolean => {
    if (text.length > longestLine || !/^\/\/[\s\w.()*+/[\];}-]+$/.test(text)) return false;
    const named = text.match(/\w+/g) ?? [];
    // Two words beside each other are prose.
    return (
      named.length > 0 && !/\w\s+\w/.test(text) && named.every((one) => /^\d/.test(one) || used.has(one))
    );
  };
  return candidates.find(isDivision)?.line ?? null;
}
