/** How a submission exports: what is worth a word to a beginner, although all of it works. */
import { ts } from "../../running/compile/compiler-api";

export type StyleNote =
  | { readonly kind: "async"; readonly names: readonly string[] }
  /** An object with the functions in it. */
  | { readonly kind: "default-export" }
  /** A single function, or something beside named exports: nobody looks at it. */
  | { readonly kind: "default-unseen" }
  | { readonly kind: "commonjs" }
  /** Functions at the top of the file that are not exported. */
  | { readonly kind: "not-exported"; readonly names: readonly string[] };

/** @param path only its ending matters */
export function findStyleNotes(path: string, text: string): readonly StyleNote[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const names = statements.flatMap(listAsyncExports);
  const isCommonJs = statements.some(isCommonJsExport);
  const standard = statements.find(isDefaultExport);
  const hidden = isCommonJs || standard !== undefined ? [] : listHidden(statements);
  return [
    ...(names.length > 0 ? [{ kind: "async", names } as const] : []),
    ...(standard
      ? [{ kind: isSeen(standard, statements) ? "default-export" : "default-unseen" } as const]
      : []),
    ...(isCommonJs ? [{ kind: "commonjs" } as const] : []),
    ...(hidden.length > 0 ? [{ kind: "not-exported", names: hidden } as const] : []),
  ];
}

/** A default export counts when it is an object and the only export. */
function isSeen(standard: ts.Statement, statements: readonly ts.Statement[]): boolean {
  if (statements.some((one) => one !== standard && isNamedExport(one))) return false;
  if (!ts.isExportAssignment(standard)) return false;
  const { expression } = standard;
  if (!ts.isIdentifier(expression))
    return !ts.isArrowFunction(expression) && !ts.isFunctionExpression(expression);
  return !statements.flatMap(listFunctions).includes(expression.text);
}

/** Types are gone when the file runs. */
function isNamedExport(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword) && !isDefaultExport(statement);
}

function listHidden(statements: readonly ts.Statement[]): readonly string[] {
  const listed = new Set(
    statements
      .flatMap((one) => (ts.isExportDeclaration(one) && one.exportClause ? [one.exportClause] : []))
      .flatMap((clause) => (ts.isNamedExports(clause) ? [...clause.elements] : []))
      .map(({ name, propertyName }) => (propertyName ?? name).text),
  );
  return statements
    .filter((one) => !hasModifier(one, ts.SyntaxKind.ExportKeyword))
    .flatMap(listFunctions)
    .filter((name) => !listed.has(name));
}

/** Names of the functions that a statement declares. */
function listFunctions(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(
      ({ initializer: value }) => value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)),
    )
    .map(({ name }) => name.getText());
}

function listAsyncExports(statement: ts.Statement): readonly string[] {
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isFunctionDeclaration(statement)) {
    return isAsync(statement) && statement.name !== undefined ? [statement.name.text] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer !== undefined && isAsync(initializer))
    .map(({ name }) => name.getText());
}

function isDefaultExport(statement: ts.Statement): boolean {
  return (
    (ts.isExportAssignment(statement) && statement.isExportEquals !== true) ||
    hasModifier(statement, ts.SyntaxKind.DefaultKeyword)
  );
}

/** `module.exports = …`, `module.exports.f = …`, `exports.f = …`, `export = …`. */
function isCommonJsExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return statement.isExportEquals === true;
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false;
  const { left, operatorToken } = statement.expression;
  return operatorToken.kind === ts.SyntaxKind.EqualsToken && /^(module\.)?exports\b/.test(left.getText());
}

function isAsync(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.AsyncKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === kind) === true;
}
