/** How a submission exports: what is worth a word to a beginner, although all of it works. */
import { ts } from "./compiler-api";

export type StyleNote =
  | { readonly kind: "async"; readonly names: readonly string[] }
  | { readonly kind: "default-export" }
  | { readonly kind: "commonjs" };

/** @param path only its ending matters */
export function findStyleNotes(path: string, text: string): readonly StyleNote[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const names = statements.flatMap(listAsyncExports);
  return [
    ...(names.length > 0 ? [{ kind: "async", names } as const] : []),
    ...(statements.some(isDefaultExport) ? [{ kind: "default-export" } as const] : []),
    ...(statements.some(isCommonJsExport) ? [{ kind: "commonjs" } as const] : []),
  ];
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
