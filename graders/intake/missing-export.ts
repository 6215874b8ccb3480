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
  readonly members: readonly Member[];
}

/** What stands inside something else that stands at the top level. */
interface Member {
  readonly kind: "in-a-class" | "inside";
  /** Of the class, the object or the namespace. */
  readonly owner: string;
  readonly name: string;
}

type Owner = Pick<Member, "kind" | "owner">;

const declaring = new Set(["function", "const", "let", "var"]);
const modifiers = new Set(["static", "async", "public", "private", "protected", "readonly", "override"]);
const longestName = 60;
/** Nobody who meant a function wrote more names beside it; each is compared with every function that is missing. */
const mostNames = 5000;

export function listWrittenNames(sources: readonly string[]): WrittenNames {
  const words = new Set<string>();
  const declared: string[] = [];
  const members: Member[] = [];
  for (const source of sources) {
    let before: Piece | undefined;
    let owner: Owner | null = null;
    for (const piece of cutSource(source)) {
      if (piece.kind === "comment") continue;
      const { text, depth } = piece;
      if (piece.kind === "word") words.add(text);
      if (depth === 0) {
        if (declaring.has(before?.text ?? "") && piece.kind === "word") declared.push(text);
        owner = text === "}" ? null : (findOwner(piece, before, declared.at(-1)) ?? owner);
      } else if (
        owner !== null &&
        depth === 1 &&
        openers[owner.kind].includes(text) &&
        before?.kind === "word"
      ) {
        if (!modifiers.has(before.text)) members.push({ ...owner, name: before.text });
      }
      before = piece;
    }
  }
  return {
    words,
    declared: [...new Set(declared)].slice(0, mostNames),
    members: members.slice(0, mostNames),
  };
}

/** What opens a member at its owner's own depth, behind its name. */
const openers = { "in-a-class": "(=", inside: "(=:" } as const;

/** What begins here at the top level, and goes on between its brackets; null where nothing does. */
function findOwner({ kind, text }: Piece, before: Piece | undefined, declared = ""): Owner | null {
  // A class without a name is called by the word.
  if (text === "class") return { kind: "in-a-class", owner: text };
  if (kind === "word" && before?.text === "class") return { kind: "in-a-class", owner: text };
  if (kind === "word" && before?.text === "namespace") return { kind: "inside", owner: text };
  return text === "{" && before?.text === "=" ? { kind: "inside", owner: declared } : null;
}

/**
 * @param exported names of the functions that are exported and not asked for
 * @returns null when nothing looks like it; `found` always stands in the source, so that no program can make it up
 *   while it runs
 */
export function explainMissingExport(
  name: string,
  exported: readonly string[],
  { words, declared, members }: WrittenNames,
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
  const member = members.find((one) => isSame(one.name) && one.owner.length <= longestName);
  if (member !== undefined) return { kind: member.kind, found: `${member.owner}.${member.name}` };
  const near = findNearName(name, known);
  return near === null ? null : { kind: "similar", found: near };
}
