/** What the top level of a cell declares, statement by statement. Pure. */
import { ts } from "../compiler-api";

export type DeclaringKind = "variable" | "var" | "function" | "class" | "import";

/** One statement, or one clause of an import, that gives names a meaning. */
export interface Declaration {
  readonly kind: DeclaringKind;
  readonly names: readonly string[];
  readonly node: Declaring;
}

export type Declaring =
  | ts.VariableDeclarationList
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.EnumDeclaration
  | ts.ImportSpecifier
  | ts.ImportClause
  | ts.NamespaceImport;

export function listDeclarations(statement: ts.Statement): readonly Declaration[] {
  if (isTypeOnly(statement)) return [];
  if (ts.isFunctionDeclaration(statement)) return declare("function", statement, statement.name);
  if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
    return declare("class", statement, statement.name);
  if (ts.isImportDeclaration(statement)) return listImported(statement.importClause);
  return listVariables(statement);
}

/** What TypeScript alone knows: nothing of it is left when it runs. */
export function isTypeOnly(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return hasModifier(statement, ts.SyntaxKind.DeclareKeyword);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return listModifiers(node).some((one) => one.kind === kind);
}

export function listModifiers(node: ts.Node): readonly ts.ModifierLike[] {
  return (ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined) ?? [];
}

function declare(
  kind: DeclaringKind,
  node: Declaring,
  name: ts.Identifier | undefined,
): readonly Declaration[] {
  return name === undefined ? [] : [{ kind, node, names: [name.text] }];
}

function listImported(clause: ts.ImportClause | undefined): readonly Declaration[] {
  if (clause === undefined || clause.isTypeOnly) return [];
  const { name, namedBindings } = clause;
  const named =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? declare("import", namedBindings, namedBindings.name)
        : namedBindings.elements.flatMap((one) => (one.isTypeOnly ? [] : declare("import", one, one.name)));
  return [...declare("import", clause, name), ...named];
}

/** Those of the statement itself, and each `var` in what it holds: that one belongs to the top level, too. */
function listVariables(statement: ts.Statement): readonly Declaration[] {
  const found: Declaration[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
    if (ts.isVariableDeclarationList(node)) {
      const isVar = (node.flags & ts.NodeFlags.BlockScoped) === 0;
      const isOfStatement = node.parent === statement && ts.isVariableStatement(statement);
      const kind = isVar ? "var" : "variable";
      if (isVar || isOfStatement)
        found.push({ kind, node, names: node.declarations.flatMap(({ name }) => listBound(name)) });
    }
    ts.forEachChild(node, look);
  };
  look(statement);
  return found;
}

function listBound(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? listBound(one.name) : []));
}
