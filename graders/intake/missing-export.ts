/** Finds what was probably meant for a function that is not exported. Pure; it never guesses an answer's value. */
import { isJoined, listCells } from "../contract/joined-cells";
import type { MissingExport } from "../contract/missing-export";
import { findNearName, foldName } from "../contract/near-name";
import { cutSource, type Piece } from "./cut-source";

/** What the sources of a submission hold, read once for all functions that are asked for. */
export interface WrittenNames {
  /** Every word outside strings and comments. */
  readonly words: ReadonlySet<string>;
  /** Declared at the top level, exported or not. */
  readonly declared: readonly string[];
  /** Of these, those that are exported where they stand, with what it means where the submission exports none of the name. */
  readonly exported: ReadonlyMap<string, LostExport>;
  readonly members: readonly Member[];
}

/** What stands inside something else that stands at the top level. */
interface Member {
  readonly kind: "in-a-class" | "inside";
  /** Of the class, the object or the namespace. */
  readonly owner: string;
  readonly name: string;
}

type LostExport = Extract<MissingExport["kind"], "left-out" | "other-file">;

type Owner = Pick<Member, "kind" | "owner">;

const declaring = new Set(["function", "const", "let", "var"]);
const modifiers = new Set(["static", "async", "public", "private", "protected", "readonly", "override"]);
const longestName = 60;
/** Nobody who meant a function wrote more names beside it; each is compared with every function that is missing. */
const mostNames = 5000;

export function listWrittenNames(sources: readonly string[]): WrittenNames {
  const found: Found = { words: new Set(), declared: new Set(), exported: new Map(), members: [] };
  for (const source of sources) {
    const lost = isJoined(source) ? "left-out" : "other-file";
    for (const cell of listCells(source)) noteNames(cell, lost, found);
  }
  const { declared, members, ...rest } = found;
  return { ...rest, declared: [...declared].slice(0, mostNames), members: members.slice(0, mostNames) };
}

interface Found {
  readonly words: Set<string>;
  readonly declared: Set<string>;
  readonly exported: Map<string, LostExport>;
  readonly members: Member[];
}

function noteNames(source: string, lost: LostExport, found: Found): void {
  let before: Piece | undefined;
  let owner: Owner | null = null;
  let declared: string | undefined;
  let isExported = false;
  for (const piece of cutSource(source)) {
    if (piece.kind === "comment") continue;
    const { text, depth } = piece;
    if (piece.kind === "word") found.words.add(text);
    if (depth === 0) {
      if (declaring.has(before?.text ?? "") && piece.kind === "word") {
        declared = text;
        found.declared.add(text);
        if (isExported) found.exported.set(text, lost);
      }
      isExported = text === "export" || (isExported && (text === "async" || declaring.has(text)));
      owner = text === "}" ? null : (findOwner(piece, before, declared) ?? owner);
    } else if (owner !== null && before !== undefined && isMember(piece, before, owner))
      found.members.push({ ...owner, name: before.text });
    before = piece;
  }
}

/** What opens a member at its owner's own depth, behind its name. */
const openers = { "in-a-class": "(=", inside: "(=:" } as const;

/** Whether it opens what the word before it names. */
function isMember({ text, depth }: Piece, before: Piece, { kind }: Owner): boolean {
  return depth === 1 && openers[kind].includes(text) && before.kind === "word" && !modifiers.has(before.text);
}

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
  { words, declared, exported: lost, members }: WrittenNames,
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
  if (written !== undefined) return { kind: lost.get(written) ?? "not-exported", found: written };
  const member = members.find((one) => isSame(one.name) && one.owner.length <= longestName);
  if (member !== undefined) return { kind: member.kind, found: `${member.owner}.${member.name}` };
  const near = findNearName(name, known);
  return near === null ? null : { kind: "similar", found: near };
}
