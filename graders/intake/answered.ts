/** Which functions a source answers, by its text alone: stubs are known by what they do. Pure; linear in the text. */
import { listCells } from "../contract/joined-cells";
import type { Piece } from "./cut-source";
import { cutStatements } from "./top-statements";

/** An open function is there and says nothing: it is empty, or throws. One that is always the same may be a stub as well. */
export type Work = "answered" | "constant" | "open";

/** What is declared at the top level of a source, or of a notebook's cells, by name; the last declaration counts. */
export function listWork(text: string): ReadonlyMap<string, Work> {
  const found = new Map<string, Work>();
  for (const cell of listCells(text)) {
    for (const statement of cutStatements(cell)) {
      const [name, work] = readStatement(statement) ?? [];
      if (name !== undefined && work !== undefined) found.set(name, work);
    }
  }
  return found;
}

/** Names that a text declares somewhere, stubs aside: prose with code in it, and what is in no language of ours. */
export function listWorkInText(text: string): readonly string[] {
  const declared = text.matchAll(/(?<![\w$.])(?:function\*?|const|let|var|def)\s{1,20}([\w$]{1,100})/g);
  const stubs = new Set([...text.matchAll(stub)].map(([, name]) => name));
  return [...new Set([...declared].flatMap(([, name = ""]) => (stubs.has(name) ? [] : [name])))];
}

const stub = /notAnsweredYet\(\s{0,20}["'`](\w{1,100})["'`]/g;

/** Functions that an untouched source leaves open: all that it exports, but for a name. Null for any other source. */
export function listOpen(text: string): readonly string[] | null {
  const open = [...listWork(text)].flatMap(([name, work]) => (work === "open" ? [name] : []));
  const known = new Set<string | undefined>([...open, "name"]);
  const exported = [...text.matchAll(/\bexports?\b(?:\s+(?:async\s+)?(?:function|const|let|var)\s+(\w+))?/g)];
  return open.length > 0 && exported.every(([, name]) => known.has(name)) ? open : null;
}

const leading = new Set(["export", "default", "async", "declare", "abstract"]);
const declaring = new Set(["function", "const", "let", "var"]);

/** Null for what declares no function, such as a type, or a value that is written out. */
function readStatement(statement: readonly Piece[]): readonly [name: string, work: Work] | null {
  const at = statement.findIndex((piece) => !leading.has(piece.text));
  const [head, ...rest] = statement.slice(Math.max(0, at));
  if (head?.text === "function") {
    const name = rest.find(({ kind }) => kind === "word")?.text;
    const body = readBlock(rest);
    return name === undefined || body === null ? null : [name, weigh(body)];
  }
  const named = head !== undefined && declaring.has(head.text) ? rest : dropExports(statement);
  const [name] = named;
  const value = named.slice(1 + named.findIndex((one) => one.depth === named[0]?.depth && one.text === "="));
  return name?.kind !== "word" || value.length === named.length ? null : readValue(name.text, value);
}

/** `exports.name = …` and `module.exports.name = …` from the name on. */
function dropExports(statement: readonly Piece[]): readonly Piece[] {
  const words = statement.slice(0, 4).map(({ text }) => text);
  const at = words.indexOf("exports") + 1;
  const isMember = at > 0 && words[at] === "." && (at === 1 || words[0] === "module");
  return isMember ? statement.slice(at + 1) : [];
}

function readValue(name: string, value: readonly Piece[]): readonly [string, Work] | null {
  const outer = value.filter(({ depth }) => depth === value[0]?.depth);
  const arrow = value.findLastIndex(
    ({ text, depth }, at) => depth === value[0]?.depth && text === "=" && value[at + 1]?.text === ">",
  );
  if (arrow >= 0) return [name, weigh(value.slice(arrow + 2))];
  if (outer.some(({ text }) => text === "function")) return [name, weigh(readBlock(value) ?? [])];
  // What is taken from elsewhere may be a function; what is written out is none.
  return isConstant(value) ? null : [name, "answered"];
}

/** Between the last braces that stand outside all others: those before belong to types. */
function readBlock(pieces: readonly Piece[]): readonly Piece[] | null {
  const start = pieces.findLastIndex(({ text, depth }) => text === "{" && depth === 0);
  return start < 0 ? null : pieces.slice(start + 1);
}

function weigh(body: readonly Piece[]): Work {
  const first = body.find(({ kind }) => kind === "word");
  const isStub = first?.text === "throw" || body.some(({ text }) => text === "notAnsweredYet");
  if (isStub || body.every(({ text }) => /^[(){};]$/.test(text))) return "open";
  return isConstant(body) ? "constant" : "answered";
}

const constant =
  /^(?:\d.*|return|true|false|null|undefined|NaN|Infinity|as|satisfies|any|unknown|never|const|number|string|bigint)$/;

/** Nothing in it stands for anything else: names of fields aside. */
function isConstant(pieces: readonly Piece[]): boolean {
  return pieces.every(
    ({ kind, text }, at) => kind !== "word" || constant.test(text) || pieces[at + 1]?.text === ":",
  );
}
