/**
 * The errors that are made systematically: another operator, a term dropped, another constant, a rounding changed, a
 * condition that always or never holds, a step left out. Errors of dimensions stand in dimensions.ts.
 */
import { ts } from "../../running/compile/compiler-api";
import type { Change, MutationKind } from "./mutant";

const K = ts.SyntaxKind;

const otherOperators: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [K.PlusToken]: ["-"],
  [K.MinusToken]: ["+"],
  [K.AsteriskToken]: ["/", "+"],
  [K.SlashToken]: ["*"],
  [K.AsteriskAsteriskToken]: ["*"],
  [K.PercentToken]: ["/"],
  [K.LessThanToken]: ["<=", ">"],
  [K.LessThanEqualsToken]: ["<", ">"],
  [K.GreaterThanToken]: [">=", "<"],
  [K.GreaterThanEqualsToken]: [">", "<"],
  [K.EqualsEqualsEqualsToken]: ["!=="],
  [K.ExclamationEqualsEqualsToken]: ["==="],
  [K.AmpersandAmpersandToken]: ["||"],
  [K.BarBarToken]: ["&&"],
};

const otherAssignments: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [K.PlusEqualsToken]: "-=",
  [K.MinusEqualsToken]: "+=",
  [K.AsteriskEqualsToken]: "/=",
};

/** Operators of which either side can be left out. */
const termOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
  K.AmpersandAmpersandToken,
  K.BarBarToken,
  K.QuestionQuestionToken,
]);

/** Operators of which only the right side can be left out. */
const rightOnly: ReadonlySet<ts.SyntaxKind> = new Set([K.AsteriskAsteriskToken, K.PercentToken]);

const otherRoundings: Readonly<Record<string, readonly string[]>> = {
  ceil: ["floor"],
  floor: ["ceil"],
  round: ["floor"],
  trunc: ["ceil"],
  max: ["min"],
  min: ["max"],
};

/** All changes at one node; those below it are its children's. */
export function listOperatorChanges(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return changeBinary(node);
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return changeLiteral(node);
  if (ts.isPrefixUnaryExpression(node)) return changePrefix(node);
  if (ts.isPostfixUnaryExpression(node)) return changeCounter(node);
  if (ts.isConditionalExpression(node)) {
    return [keep(node, node.whenTrue, "condition"), keep(node, node.whenFalse, "condition")];
  }
  if (ts.isIfStatement(node))
    return ["true", "false"].map((text) => replace(node.expression, text, "condition"));
  if (ts.isCallExpression(node)) return changeRounding(node);
  if (ts.isExpressionStatement(node)) return dropStep(node);
  if (ts.isArrayLiteralExpression(node)) return dropItems(node);
  return [];
}

export function replace(node: ts.Node, after: string, kind: MutationKind): Change {
  return { kind, start: node.getStart(), end: node.end, after };
}

/** The node becomes one of its parts. */
function keep(node: ts.Node, part: ts.Node, kind: MutationKind): Change {
  return replace(node, `(${part.getText()})`, kind);
}

function changeBinary(node: ts.BinaryExpression): readonly Change[] {
  const { left, right, operatorToken } = node;
  const assignment = otherAssignments[operatorToken.kind];
  if (assignment !== undefined) return [replace(operatorToken, assignment, "operator")];
  const others = (otherOperators[operatorToken.kind] ?? []).map((operator) =>
    replace(node, `((${left.getText()}) ${operator} (${right.getText()}))`, "operator"),
  );
  if (rightOnly.has(operatorToken.kind)) return [...others, keep(node, left, "dropped term")];
  if (!termOperators.has(operatorToken.kind)) return others;
  return [...others, keep(node, left, "dropped term"), keep(node, right, "dropped term")];
}

/** One more, one less, twice as much. */
function changeLiteral(node: ts.NumericLiteral | ts.BigIntLiteral): readonly Change[] {
  const suffix = ts.isBigIntLiteral(node) ? "n" : "";
  const value = Number(node.text.replace(/n$/, ""));
  if (!Number.isSafeInteger(value)) return [replace(node, String(value * 2), "constant")];
  const others = new Set([value + 1, value - 1, value * 2]);
  others.delete(value);
  return [...others].map((other) => replace(node, `(${other}${suffix})`, "constant"));
}

function changePrefix(node: ts.PrefixUnaryExpression): readonly Change[] {
  if (node.operator === K.MinusToken) return [keep(node, node.operand, "operator")];
  if (node.operator === K.ExclamationToken) return [keep(node, node.operand, "condition")];
  return changeCounter(node);
}

function changeCounter(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): readonly Change[] {
  const counter = node.operand.getText();
  if (node.operator === K.PlusPlusToken) return [replace(node, `${counter} += 2`, "constant")];
  if (node.operator === K.MinusMinusToken) return [replace(node, `${counter} -= 2`, "constant")];
  return [];
}

function changeRounding(node: ts.CallExpression): readonly Change[] {
  const { expression, arguments: args } = node;
  if (!ts.isPropertyAccessExpression(expression) || expression.expression.getText() !== "Math") return [];
  const others = otherRoundings[expression.name.text];
  const only = args.map((one) => keep(node, one, "rounding"));
  if (others === undefined) return expression.name.text === "abs" ? only : [];
  return [...others.map((name) => replace(expression.name, name, "rounding")), ...only];
}

/** Assignments and counters as statements of their own. */
function dropStep(node: ts.ExpressionStatement): readonly Change[] {
  const { expression } = node;
  const assigns = ts.isBinaryExpression(expression) && isAssignment(expression.operatorToken.kind);
  const counts = ts.isPostfixUnaryExpression(expression) || ts.isPrefixUnaryExpression(expression);
  return assigns || counts ? [replace(node, ";", "dropped step")] : [];
}

/** Compound ones such as `+=` among them. */
export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= K.FirstAssignment && operator <= K.LastAssignment;
}

/** A list of terms with one of them left out. */
function dropItems({ elements }: ts.ArrayLiteralExpression): readonly Change[] {
  if (elements.length < 2) return [];
  return elements.map((one, index) => {
    const next = elements[index + 1];
    const [start, end] = next
      ? [one.getStart(), next.getStart()]
      : [elements[index - 1]?.end ?? one.getStart(), one.end];
    return { kind: "dropped term", start, end, after: "" };
  });
}
