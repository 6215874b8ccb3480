/** Puts an expression behind a student's own source, where all of its names can be used. Pure. */
import { isJoined } from "../../contract/joined-cells";
import type { SourceFile } from "../../contract/submission";
import { cutSource } from "../../intake/cut-source";
import { listWrittenNames } from "../../intake/missing-export";

/** What the expression is exported as. */
export const trialName = "ridgepointTrial";
/** In a notebook it is a cell of its own, so that what is broken in one is no other's. */
const trialCell = 0;

export interface Trial {
  readonly files: readonly SourceFile[];
  /** Line of the entry that the expression begins on, counted from 1. */
  readonly firstLine: number;
}

/**
 * The submission with the expression in it. Names of the entry are there by themselves, those that it only hands on
 * (`export { f } from "./memory"`) are taken from what it exports.
 */
export function writeTrial(entry: string, files: readonly SourceFile[], expression: string): Trial {
  const source = files.find(({ path }) => path === entry)?.text ?? "";
  const passedOn = listPassedOn(source, expression);
  const words = listWords(source);
  const isCommonJs = words.has("module") && words.has("exports") && !words.has("export");
  const all = isCommonJs ? "module.exports" : "{ ...exports.default, ...exports }";
  const taken = passedOn.length === 0 ? "" : `const { ${passedOn.join(", ")} } = ${all}; `;
  const head = `${isAwaiting(expression) ? "async " : ""}function ${trialName}() { ${taken}return (`;
  const tail = isCommonJs ? `\nmodule.exports.${trialName} = ${trialName};` : "";
  const cell = isJoined(source) ? `// Cell ${trialCell}\n` : "";
  const lead = `${source}\n${cell};${isCommonJs ? "" : "export "}${head}\n`;
  const text = `${lead}${expression}\n); }${tail}\n`;
  return {
    files: files.map((file) => (file.path === entry ? { ...file, text } : file)),
    firstLine: lead.split(/\r\n|\r|\n/).length,
  };
}

function isAwaiting(expression: string): boolean {
  return listWords(expression).has("await");
}

function listWords(source: string): ReadonlySet<string> {
  const words = [...cutSource(source)].filter(({ kind }) => kind === "word");
  return new Set(words.map(({ text }) => text));
}

/** No name of anything. */
const reserved = new Set(
  "as async await const delete else false for function if in instanceof let new null of return satisfies this true typeof undefined void while".split(
    " ",
  ),
);

/** Names of the expression that the source exports without having them. */
function listPassedOn(source: string, expression: string): readonly string[] {
  const pieces = [...cutSource(source)].filter(({ kind }) => kind !== "comment").map(({ text }) => text);
  const { names, handsOnAll, imported } = readTies(pieces);
  const { declared } = listWrittenNames([source]);
  const isAround = new Set([...declared, ...imported, ...reserved]);
  return [...listWords(expression)].filter(
    (name) =>
      /^[A-Za-z_$]/.test(name) &&
      !isAround.has(name) &&
      (names.has(name) || (handsOnAll && !(name in globalThis))),
  );
}

interface Ties {
  /** Of `export { … } from`. */
  readonly names: ReadonlySet<string>;
  /** `export * from`, `export default { … }`, `module.exports = …`: which names, only running it tells. */
  readonly handsOnAll: boolean;
  readonly imported: ReadonlySet<string>;
}

function readTies(pieces: readonly string[]): Ties {
  const names = new Set<string>();
  const imported = new Set<string>();
  let handsOnAll = false;
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1] ?? "";
    if (piece === "exports" || (piece === "export" && ["*", "default"].includes(next))) handsOnAll = true;
    if (!["import", "export"].includes(piece) || next === "(") return;
    const end = pieces.indexOf("from", at);
    if (end === -1 || (piece === "export" && next !== "{")) return;
    for (const name of listNamed(pieces.slice(at + 1, end)))
      (piece === "import" ? imported : names).add(name);
  });
  return { names, handsOnAll, imported };
}

/** "{ a as b, c }": b and c; "d, { e }" and "* as f" as well. Nothing where it goes on as code does. */
function listNamed(clause: readonly string[]): readonly string[] {
  if (clause.some((one) => /[;()=]/.test(one))) return [];
  return clause.filter(
    (one, at) => /^[\p{L}_$]/u.test(one) && [",", "}", undefined].includes(clause[at + 1]),
  );
}
