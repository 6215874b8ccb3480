/** Swapped dimensions: a variable or property of the same type in the place of another, as types tell them. */
import { ts } from "../../running/compile/compiler-api";
import type { Change } from "./mutant";
import { isAssignment, replace } from "./operators";

/** Changes at an identifier, a property access or a destructured name; none for functions and texts. */
export function listDimensionChanges(node: ts.Node, checker: ts.TypeChecker): readonly Change[] {
  if (ts.isPropertyAccessExpression(node)) return swapProperty(node, checker);
  if (ts.isBindingElement(node)) return swapBound(node, checker);
  if (ts.isIdentifier(node) && isRead(node)) return swapVariable(node, checker);
  return [];
}

/** Used as a value: neither declared here nor a name of something else. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent)) return parent.expression !== node;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent)) {
    return ts.isPropertyAssignment(parent) && parent.initializer === node;
  }
  if (ts.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind)) return parent.left !== node;
  const isUnary = ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
  if (isUnary && parent.operator !== ts.SyntaxKind.MinusToken) return false;
  return ts.isExpression(parent) || ts.isReturnStatement(parent) || isInitializer(node, parent);
}

function isInitializer(node: ts.Identifier, parent: ts.Node): boolean {
  return ts.isVariableDeclaration(parent) && parent.initializer === node;
}

function swapVariable(node: ts.Identifier, checker: ts.TypeChecker): readonly Change[] {
  const own = checker.getSymbolAtLocation(node);
  const type = nameType(checker, checker.getTypeAtLocation(node));
  if (own === undefined || type === undefined) return [];
  const scope = findTopLevel(node);
  return checker
    .getSymbolsInScope(node, ts.SymbolFlags.BlockScopedVariable | ts.SymbolFlags.FunctionScopedVariable)
    .filter((other) => {
      const declaration = other.valueDeclaration;
      if (other === own || declaration === undefined || declaration.end > node.getStart()) return false;
      const isLocal = findTopLevel(declaration) === scope && findTopLevel(declaration) !== declaration;
      return isLocal && nameType(checker, checker.getTypeOfSymbolAtLocation(other, node)) === type;
    })
    .map((other) => replace(node, other.name, "dimension"));
}

function swapProperty(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): readonly Change[] {
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return [];
  const siblings = listSiblings(checker, checker.getTypeAtLocation(node.expression), node.name.text);
  return siblings.map((name) => replace(node.name, name, "dimension"));
}

function swapBound(node: ts.BindingElement, checker: ts.TypeChecker): readonly Change[] {
  if (!ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken !== undefined) return [];
  const name = node.propertyName ?? node.name;
  if (!ts.isIdentifier(name)) return [];
  const siblings = listSiblings(checker, checker.getTypeAtLocation(node.parent), name.text);
  return siblings.map((sibling) =>
    replace(name, node.propertyName === undefined ? `${sibling}: ${name.text}` : sibling, "dimension"),
  );
}

/** Other properties of the same type, as far as the subject declares them; optional ones are options, no dimensions. */
function listSiblings(checker: ts.TypeChecker, owner: ts.Type, name: string): readonly string[] {
  const properties = owner.getProperties();
  const own = properties.find((one) => one.name === name);
  if (own === undefined || !isOwnDeclared(own)) return [];
  const typeOf = (one: ts.Symbol): string | undefined => nameType(checker, checker.getTypeOfSymbol(one));
  const type = typeOf(own);
  if (type === undefined) return [];
  return properties
    .filter((one) => one !== own && isOwnDeclared(one) && typeOf(one) === type)
    .map((one) => one.name);
}

function isOwnDeclared(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Optional) return false;
  return symbol.declarations?.every((one) => !one.getSourceFile().isDeclarationFile) ?? false;
}

/** Undefined for types whose values are no dimensions. */
function nameType(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  const widened = checker.getBaseTypeOfLiteralType(type);
  if (widened.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return undefined;
  return widened.getCallSignatures().length > 0 ? undefined : checker.typeToString(widened);
}

function findTopLevel(node: ts.Node): ts.Node {
  let one = node;
  while (one.parent !== undefined && !ts.isSourceFile(one.parent)) one = one.parent;
  return one;
}
