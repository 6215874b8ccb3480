/** Finds what was probably meant for a function that is not exported. Pure; it never guesses an answer's value. */
import type { MissingExport } from "../contract/missing-export";
import { findNearName, foldName } from "../contract/near-name";
import { cutSource, type Piece } from "./cut-source";

/** What the sources of a submission hold, read once for all functions that are asked for. */
export interface WrittenNames {
  /** Every word outside strings and comments. */
  readonly words: ReadonlySet<string>;
  /** Declared at the top level, exported or not. */
  readonly declared: readonly string[];
  readonly methods: readonly { readonly inClass: string; readonly name: string }[];
}

const declaring = new Set(["function", "const", "let", "var"]);
const modifiers = new Set(["static", "async", "public", "private", "protected", "readonly", "override"]);
const longestName = 60;
/** Nobody who meant a function wrote more names beside it; each is compared with every function that is missing. */
const mostNames = 5000;

export function listWrittenNames(sources: readonly string[]): WrittenNames {
  const words = new Set<string>();
  const declared: string[] = [];
  const methods: { inClass: string; name: string }[] = [];
  for (const source of sources) {
    let before: Piece | undefined;
    // The class that is open, by the name behind the word; a nameless one is called by that word.
    let inClass: string | null = null;
    for (const piece of cutSource(source)) {
      if (piece.kind === "comment") continue;
      const { text, depth } = piece;
      if (piece.kind === "word") words.add(text);
      if (depth === 0 && text === "}") inClass = null;
      if (depth === 0 && text === "class") inClass = "class";
      else if (depth === 0 && before?.text === "class" && piece.kind === "word") inClass = text;
      else if (depth === 0 && declaring.has(before?.text ?? "") && piece.kind === "word") declared.push(text);
      // "name(" or "name =": what opens a member stands at the class's own depth.
      else if (inClass !== null && depth === 1 && (text === "(" || text === "=") && before?.kind === "word") {
        if (!modifiers.has(before.text)) methods.push({ inClass, name: before.text });
      }
      before = piece;
    }
  }
  return {
    words,
    declared: [...new Set(declared)].slice(0, mostNames),
    methods: methods.slice(0, mostNames),
  };
}

/**
 * @param exported names of the functions that are exported and not asked for
 * @returns null when nothing looks like it; `found` always stands in the source, so that no program can make it up
 *   while it runs
 */
export function explainMissingExport(
  name: string,
  exported: readonly string[],
  { words, declared, methods }: WrittenNames,
): MissingExport | null {
  const known = exported.filter((one) => one.length <= longestName && words.has(one));
  const cased = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (cased !== undefined) return { kind: "other-case", found: cased };
  const isSame = (one: string): boolean => one.length <= longestName && foldName(one) === foldName(name);
  const snake = known.find(isSame);
  if (snake !== undefined) return { kind: "snake-case", found: snake };
  const shown = new Set(exported);
  const hidden = declared.filter((one) => !shown.has(one));
  const written = hidden.find((one) => one === name) ?? hidden.find(isSame);
  if (written !== undefined) return { kind: "not-exported", found: written };
  const method = methods.find((one) => isSame(one.name) && one.inClass.length <= longestName);
  if (method !== undefined) return { kind: "in-a-class", found: `${method.inClass}.${method.name}` };
  const near = findNearName(name, known);
  return near === null ? null : { kind: "similar", found: near };
}
