/** Which expressions are evaluated at all: an error where nothing is evaluated is no error of the answers. */
import { ts } from "../../running/compile/compiler-api";
import type { Change } from "./mutant";
import { isAssignment } from "./operators";
import { makeCall, transpile } from "./transpile";

/** What marked expressions call when they are evaluated. */
export const hitName = "__hit";

/** Where an expression stands in its file. */
export type Span = `${number}-${number}`;

/**
 * The innermost expression around a change that can be marked; undefined where there is none, as in the list of a
 * function's parameters.
 */
export function findSpan(
  file: ts.SourceFile,
  { start, end }: Pick<Change, "start" | "end">,
): Span | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.end < end) return;
    if (isMarkable(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found && spell(file, found);
}

/** JavaScript in which these expressions say that they are evaluated. */
export function markSpans(text: string, spans: ReadonlySet<Span>): string {
  const mark: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isTypeNode(node)) return node;
      const inside = ts.visitEachChild(node, visit, context);
      if (!isMarkable(node) || !spans.has(spell(file, node))) return inside;
      const hit = makeCall(factory, hitName, [factory.createStringLiteral(spell(file, node))]);
      return factory.createParenthesizedExpression(factory.createComma(hit, inside as ts.Expression));
    };
    return ts.visitEachChild(file, visit, context);
  };
  return transpile(text, [mark]);
}

function spell(file: ts.SourceFile, node: ts.Node): Span {
  return `${node.getStart(file)}-${node.end}`;
}

/** Evaluated for its value, and free to stand in parentheses. */
function isMarkable(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || !ts.isExpression(node) || ts.isSpreadElement(node)) return false;
  if (isAssigned(node) || (ts.isOptionalChain(node) && ts.isOptionalChain(parent))) return false;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) {
    return parent.initializer === node;
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    ts.isExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isIfStatement(parent)
  );
}

/** In a place that is written to: left of an assignment, or counted up or down. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || !ts.isExpression(parent)) return false;
  if (ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return isCounter(parent.operator);
  if (ts.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind)) return parent.left === node;
  return (ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) && isAssigned(parent);
}

function isCounter(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}
