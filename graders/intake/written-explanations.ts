/**
 * Explanations that a source holds and does not export as what can be asked for: read off its text where they are written
 * out, in a constant or piece by piece, in a function, a class, or a constant of a question's own. Pure; linear in the text.
 */
import { isJoined, listCells } from "../contract/joined-cells";
import type { Piece } from "./cut-source";
import { findMeant, listShown, type Meant } from "./meant-explanations";
import { readSaid } from "./notebook/said-cells";
import { cutStatements } from "./top-statements";
import { isString, readTexts, unquote } from "./written-texts";

/** Characters that are kept, however often a constant is named, and statements that are told. */
const mostCharacters = 1_000_000;
const mostUnread = 20;

/** Texts by the names of questions, as they stand; of several objects all. What has no name, or is not to be read, is "". */
export function readWrittenExplanations(source: string): Readonly<Record<string, string>> {
  const { texts, unread } = lookAt(source);
  const found: Record<string, string> = Object.create(null);
  for (const [name, list] of texts) found[name] = list.join(" ");
  const told = unread.slice(0, mostUnread).map(({ code }) => `${cannotRead}\n\n${code}`);
  if (told.length > 0) found[""] = [found[""] ?? "", ...told].join("\n\n").trim();
  return found;
}

/** For staff, above the code. */
const cannotRead = "Explanations are declared in the code, and their texts could not be read:";

/** What a run shows, where it is exported. */
const asked = /^explanation(?:s|Texts)?$/;

/** Whether it declares explanations that nobody can read, neither off its text nor when it has run. */
export function hidesExplanations(source: string): boolean {
  const { unread, shown } = lookAt(source);
  return unread.some(({ meant }) => meant.isFunction || !asked.test(meant.name) || !shown.has(meant.name));
}

interface Look {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly unread: readonly { readonly meant: Meant; readonly code: string }[];
  /** Names that are exported. */
  readonly shown: ReadonlySet<string>;
}

function lookAt(source: string): Look {
  const reading: Reading = {
    texts: new Map(),
    unread: [],
    shown: new Set(),
    constants: new Map(),
    left: mostCharacters,
  };
  if (!/expl|erkl/i.test(source)) return reading;
  // What a cell says and does nothing else is read as the notebook's texts are.
  const cells = listCells(source).filter((cell) => !isJoined(source) || readSaid(cell) === "");
  for (const cell of cells) for (const statement of cutStatements(cell)) lookInto(statement, cell, reading);
  return reading;
}

interface Reading extends Look {
  readonly texts: Map<string, string[]>;
  readonly unread: Look["unread"][number][];
  readonly shown: Set<string>;
  readonly constants: Map<string, readonly string[]>;
  /** Characters that may still be kept. */
  left: number;
}

function lookInto(statement: readonly Piece[], source: string, reading: Reading): void {
  const { texts, unread, shown, constants } = reading;
  noteConstant(statement, constants);
  for (const name of listShown(statement)) shown.add(name);
  const meant = findMeant(statement);
  if (meant === null) return;
  const read = readTexts(meant.value, meant.key, constants);
  for (const [name, text] of read) {
    reading.left -= text.length;
    if (reading.left < 0) break;
    texts.set(name, texts.get(name) ?? []);
    texts.get(name)?.push(text);
  }
  if (read.length > 0 || !meant.isDeclared || isEmpty(meant.value)) return;
  const { at } = statement[0] as Piece;
  unread.push({ meant, code: source.slice(at, at + longestShown) });
}

const longestShown = 300;

/** A constant that is a text, or several. */
function noteConstant(statement: readonly Piece[], constants: Map<string, readonly string[]>): void {
  const at = statement[0]?.text === "export" ? 1 : 0;
  const name = statement[at + 1];
  if (!/^(?:const|let|var)$/.test(statement[at]?.text ?? "") || name === undefined) return;
  const value = statement.slice(statement.findIndex(({ text, depth }) => depth === 0 && text === "=") + 1);
  const [first] = value.filter(({ text }) => text !== "(" && text !== "[");
  if (first === undefined || !isString(first.text)) return;
  const texts = value.filter(({ text }) => isString(text)).map(({ text }) => unquote(text));
  constants.set(name.text, texts);
}

const nothing =
  /^(?:new|Map|Object|freeze|create|null|undefined|as|const|static|satisfies|Record|Partial|Readonly|string|any|unknown|never|return)$/;

/** Still to be filled: names alone. */
function isEmpty(value: readonly Piece[]): boolean {
  return value.every(
    ({ kind, text }, at) => kind !== "word" || nothing.test(text) || value[at + 1]?.text === ":",
  );
}
