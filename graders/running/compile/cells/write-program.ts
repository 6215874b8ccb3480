/**
 * A notebook as one program that does what a kernel does with its cells: a name that is declared again stands for the
 * last declaration from there on, a cell that stops costs what is left of itself, and one that is broken is left out.
 *
 * Every line stays where it is in the joined text. What stopped or is broken first is thrown at the very end, so that
 * it is told as what stops a file's top level is, when all else is there.
 */

import { ts } from "../compiler-api";
import { listDeclarations } from "./declared";
import { blankOut } from "./edits";
import { type BrokenCell, type Cell, isBroken, type ReadCell } from "./read-cell";
import { type Sharing, shareNames } from "./share-names";
import { type OwnNames, type Writing, type WrittenCell, writeCell } from "./write-cell";

/** @param joined text with "\n" between lines, and `cells` its cells in order */
export function writeProgram(joined: string, cells: readonly Cell[]): string {
  const lines = joined.split("\n");
  const whole = cells.filter((one): one is ReadCell => !isBroken(one));
  const own = chooseNames(joined);
  const sharing = shareNames(whole);
  const writing: Writing = { sharing, own, exported: new Map() };
  const broken = cells.filter(isBroken);
  for (const cell of cells) {
    const { text, before } = isBroken(cell)
      ? leaveOut(cell, cell === broken[0] ? broken : [], own)
      : writeCell(cell, writing);
    lines[cell.line - 2] = `;${before}`;
    text.split("\n").forEach((line, at) => {
      lines[cell.line - 1 + at] = line;
    });
  }
  lines[0] = writeHead(sharing, own);
  lines.push(`;if(${own.stop})throw ${own.stop}[0];${writeExports(writing, whole)}`);
  return lines.join("\n");
}

function chooseNames(joined: string): OwnNames {
  let base = "$cell";
  while (joined.includes(base)) base += "$";
  return {
    stop: `${base}Stop`,
    failed: `${base}Failed`,
    error: `${base}Error`,
    default: `${base}Default`,
    suffix: base,
  };
}

function writeHead({ shared, first }: Sharing, own: OwnNames): string {
  const names = [...shared].map((name) => {
    const cell = first.get(name);
    return cell === undefined ? name : `${name}=${name}${own.suffix}${cell}`;
  });
  return `let ${[own.stop, own.failed, own.default, ...names].join(",")};`;
}

/** Names of no value are types, or a slip: neither is anything that could be asked. */
function writeExports({ exported, own }: Writing, cells: readonly ReadCell[]): string {
  const known = new Set([own.default, ...cells.flatMap(({ file }) => file.statements.flatMap(listValues))]);
  const written = [...exported].flatMap(([name, local]) => (known.has(local) ? [`${local} as ${name}`] : []));
  return written.length === 0 ? "" : `export{${written.join(",")}};`;
}

function listValues(statement: ts.Statement): readonly string[] {
  if (ts.isModuleDeclaration(statement) || ts.isImportEqualsDeclaration(statement))
    return [statement.name.text];
  return listDeclarations(statement).flatMap(({ names }) => names);
}

/** Blank, but for the error that tells of all that are broken, at the very place of the first one. */
function leaveOut(
  { text, at, complaint }: BrokenCell,
  told: readonly BrokenCell[],
  own: OwnNames,
): WrittenCell {
  const lines = blankOut(text).split("\n");
  if (told.length === 0) return { text: lines.join("\n"), before: "" };
  const says = JSON.stringify([complaint, ...tellOthers(told.slice(1))].join(" "));
  lines[at.line - 1] = `${" ".repeat(at.column - 1)}new SyntaxError(${says})];`;
  return { text: lines.join("\n"), before: `${own.stop}??=[` };
}

const mostTold = 5;

function tellOthers(others: readonly BrokenCell[]): readonly string[] {
  const told = others
    .slice(0, mostTold)
    .map(({ number, at, complaint }) => `Cell ${number}, line ${at.line}: ${complaint}`);
  return others.length > mostTold ? [...told, "…"] : told;
}
