/** One cell as a part of the program: what may stop is shut off, and shared names are assigned. */
import { ts } from "../compiler-api";
import { hasModifier, listDeclarations, listModifiers } from "./declared";
import { type Edits, editText } from "./edits";
import { isHarmless } from "./harmless";
import type { ReadCell } from "./read-cell";
import type { Sharing } from "./share-names";
import { assignInstead } from "./write-variables";

/** Names that no cell uses. */
export interface OwnNames {
  /** What stopped first, in a list of one. */
  readonly stop: string;
  /** Number of the cell that stopped last. */
  readonly failed: string;
  readonly error: string;
  readonly default: string;
  /** Behind the name of a thing that is one of several of its name. */
  readonly suffix: string;
}

export interface Writing {
  readonly sharing: Sharing;
  readonly own: OwnNames;
  /** Names that the program exports, and what they are called in it. */
  readonly exported: Map<string, string>;
}

export interface WrittenCell {
  /** As many lines as the cell has. */
  readonly text: string;
  /** What runs before them. */
  readonly before: string;
}

/** What a statement is changed with. */
interface Changing extends Writing {
  readonly cell: ReadCell;
  readonly edits: Edits;
  readonly before: Set<string>;
}

export function writeCell(cell: ReadCell, writing: Writing): WrittenCell {
  const edits = editText(cell.text);
  const before = new Set<string>();
  const changing = { ...writing, cell, edits, before };
  const statements = [...cell.file.statements];
  const shut = statements.map((one) => !isHarmless(one) || assignsShared(one, writing.sharing));
  const { opening, reopening, closing } = writeWalls(cell, writing.own);
  let isOpened = false;
  statements.forEach((statement, at) => {
    if (shut[at] && !shut[at - 1]) {
      edits.insert(statement.getStart(), isOpened ? reopening : opening);
      isOpened = true;
    }
    changeStatement(statement, changing);
    if (shut[at] && !shut[at + 1]) edits.insert(statement.end, closing);
  });
  return { text: edits.apply(), before: [...before].join("") };
}

function assignsShared(statement: ts.Statement, { shared }: Sharing): boolean {
  return listDeclarations(statement).some(
    ({ kind, names }) =>
      ["variable", "var", "class"].includes(kind) && names.some((name) => shared.has(name)),
  );
}

/** A cell that declares nothing only tries something out: it may stop without a word. */
function writeWalls(
  { file, number }: ReadCell,
  { failed, error, stop }: OwnNames,
): { readonly opening: string; readonly reopening: string; readonly closing: string } {
  const declares = file.statements.some(
    (one) => ts.isExportAssignment(one) || listDeclarations(one).length > 0,
  );
  const told = declares ? `${stop}??=[${error}];` : "";
  return {
    opening: "try{",
    reopening: `if(${failed}!==${number})try{`,
    closing: `;}catch(${error}){${failed}=${number};${told}}`,
  };
}

function changeStatement(statement: ts.Statement, changing: Changing): void {
  if (ts.isExportAssignment(statement)) exportValue(statement, changing);
  else if (ts.isExportDeclaration(statement)) exportList(statement, changing);
  else if (ts.isImportDeclaration(statement)) importAgain(statement, changing);
  else if (ts.isFunctionDeclaration(statement)) changeFunction(statement, changing);
  else if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
    changeClass(statement, changing);
  else changeVariables(statement, changing);
}

/** `export default …;` */
function exportValue(statement: ts.ExportAssignment, { own, exported, edits }: Changing): void {
  if (statement.isExportEquals) return;
  edits.blank(statement.getStart(), statement.expression.getStart(), `;${own.default}=(`);
  edits.insert(statement.expression.end, ")");
  exported.set("default", own.default);
}

/** `export { a, b as c };` */
function exportList(statement: ts.ExportDeclaration, { exported, edits }: Changing): void {
  const { exportClause, moduleSpecifier, isTypeOnly } = statement;
  if (moduleSpecifier !== undefined || isTypeOnly || exportClause === undefined) return;
  if (!ts.isNamedExports(exportClause)) return;
  for (const { name, propertyName, isTypeOnly: isType } of exportClause.elements)
    if (!isType) exported.set(name.text, (propertyName ?? name).text);
  edits.blank(statement.getStart(), statement.end, ";");
}

/** What is exported under its own name is exported once, at the program's end. */
function dropExport(statement: ts.Statement, names: readonly string[], { exported, edits }: Changing): void {
  const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
  for (const one of listModifiers(statement)) {
    if (![ts.SyntaxKind.ExportKeyword, ts.SyntaxKind.DefaultKeyword].includes(one.kind)) continue;
    edits.blank(one.getStart(), one.end);
    if (one.kind === ts.SyntaxKind.ExportKeyword)
      for (const name of names) exported.set(isDefault ? "default" : name, name);
  }
}

function changeFunction(statement: ts.FunctionDeclaration, changing: Changing): void {
  const { sharing, own, edits, before, cell } = changing;
  const { name } = statement;
  if (name === undefined) {
    wrap(statement, changing);
    return;
  }
  dropExport(statement, [name.text], changing);
  if (!sharing.shared.has(name.text)) return;
  const suffix = `${own.suffix}${cell.number}`;
  edits.insert(name.end, suffix);
  if (statement.body !== undefined) before.add(`${name.text}=${name.text}${suffix};`);
}

/** A function or class without a name: `export default class { … }`. */
function wrap(statement: ts.Statement, { own, exported, edits }: Changing): void {
  const last = listModifiers(statement).find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (last === undefined) return;
  edits.blank(statement.getStart(), last.end, `;${own.default}=(`);
  edits.insert(statement.end, ");");
  exported.set("default", own.default);
}

function changeClass(statement: ts.ClassDeclaration | ts.EnumDeclaration, changing: Changing): void {
  const { sharing, edits } = changing;
  const name = statement.name?.text;
  if (name === undefined) {
    wrap(statement, changing);
    return;
  }
  const isShared = sharing.shared.has(name);
  if (isShared) edits.insert(statement.getStart(), `;${name}=(()=>{`);
  dropExport(statement, [name], changing);
  if (isShared) edits.insert(statement.end, `return ${name}})();`);
}

function changeVariables(statement: ts.Statement, changing: Changing): void {
  const { sharing, edits } = changing;
  const declared = listDeclarations(statement);
  const assigned = declared.filter(({ names }) => names.some((name) => sharing.shared.has(name)));
  const isWhole = ts.isVariableStatement(statement) && assigned.length > 0;
  if (isWhole)
    noteExported(
      statement,
      declared.flatMap(({ names }) => names),
      changing,
    );
  else
    dropExport(
      statement,
      listOwnNames(
        statement,
        declared.flatMap(({ names }) => names),
      ),
      changing,
    );
  for (const { node } of assigned) if (ts.isVariableDeclarationList(node)) assignInstead(node, edits);
}

/** Its modifiers are blanked together with `const`. */
function noteExported(statement: ts.Statement, names: readonly string[], { exported }: Changing): void {
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return;
  for (const name of names) exported.set(name, name);
}

function listOwnNames(statement: ts.Statement, names: readonly string[]): readonly string[] {
  const isOther = ts.isModuleDeclaration(statement) || ts.isImportEqualsDeclaration(statement);
  return isOther ? [statement.name.text] : names;
}

function importAgain(statement: ts.ImportDeclaration, changing: Changing): void {
  const { sharing, own, edits, before, cell } = changing;
  const declared = listDeclarations(statement);
  if (declared.length > 0 && declared.every(({ node }) => sharing.repeated.has(node))) {
    edits.blank(statement.getStart(), statement.end, ";");
    return;
  }
  const suffix = `${own.suffix}${cell.number}`;
  for (const { node, names } of declared) {
    const [name = ""] = names;
    if (sharing.repeated.has(node)) blankImport(node, edits);
    else if (sharing.shared.has(name)) {
      const isPlain = ts.isImportSpecifier(node) && node.propertyName === undefined;
      edits.insert(endOfName(node), isPlain ? ` as ${name}${suffix}` : suffix);
      // What cannot be found stops where it is used.
      before.add(`try{${name}=${name}${suffix}}catch{}`);
    }
  }
}

function endOfName(node: ts.Node): number {
  return "name" in node ? (node.name as ts.Node).end : node.end;
}

function blankImport(node: ts.Node, edits: Edits): void {
  if (ts.isImportSpecifier(node)) {
    const { elements } = node.parent;
    const next = elements[elements.indexOf(node) + 1];
    edits.blank(node.getStart(), next?.getStart() ?? elements.end);
  } else if (ts.isImportClause(node)) {
    edits.blank(node.getStart(), node.namedBindings?.getStart() ?? node.end);
  } else if (ts.isNamespaceImport(node)) {
    edits.blank(node.parent.name?.end ?? node.getStart(), node.end);
  }
}
