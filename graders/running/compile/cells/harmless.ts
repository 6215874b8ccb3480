/** Whether a statement can stop, as far as its form tells. Pure. */
import { ts } from "../compiler-api";
import { isTypeOnly } from "./declared";

/** True where nothing of it can throw; false where that is not certain. */
export function isHarmless(statement: ts.Statement): boolean {
  if (isTypeOnly(statement) || ts.isFunctionDeclaration(statement) || ts.isModuleDeclaration(statement))
    return true;
  if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) return true;
  if (ts.isExportDeclaration(statement) || ts.isEmptyStatement(statement)) return true;
  if (ts.isClassDeclaration(statement)) return isPlainClass(statement);
  if (ts.isEnumDeclaration(statement))
    return statement.members.every(({ initializer }) => initializer === undefined || isValue(initializer));
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(
    ({ name, initializer }) => ts.isIdentifier(name) && (initializer === undefined || isValue(initializer)),
  );
}

/** Nothing of it runs before somebody makes one. */
function isPlainClass({ members, heritageClauses, modifiers }: ts.ClassDeclaration): boolean {
  const isExtending = heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const isDecorated = modifiers?.some(ts.isDecorator);
  return isExtending !== true && isDecorated !== true && members.every(isPlainMember);
}

function isPlainMember(member: ts.ClassElement): boolean {
  const modifiers = (ts.canHaveModifiers(member) ? ts.getModifiers(member) : undefined) ?? [];
  const isStatic =
    ts.isClassStaticBlockDeclaration(member) ||
    modifiers.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  const isDecorated = ts.canHaveDecorators(member) && ts.getDecorators(member) !== undefined;
  return !isStatic && !isDecorated && (member.name === undefined || !ts.isComputedPropertyName(member.name));
}

const constants = new Set(["undefined", "NaN", "Infinity"]);

/** Something that is written down, and not looked up or called. */
function isValue(node: ts.Expression): boolean {
  if (ts.isLiteralExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  if ([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind))
    return true;
  if (ts.isIdentifier(node)) return constants.has(node.text);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return isValue(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isNumber(node);
  if (ts.isBinaryExpression(node)) return isNumber(node);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isValue);
  return ts.isObjectLiteralExpression(node) && node.properties.every(isPlainProperty);
}

function isPlainProperty(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isSpreadAssignment(property) || ts.isShorthandPropertyAssignment(property)) return false;
  if (ts.isComputedPropertyName(property.name)) return false;
  return !ts.isPropertyAssignment(property) || isValue(property.initializer);
}

const calculating = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
]);

/** "2 ** 30", "-1", "3 * (4 + 5)": of plain numbers alone. */
function isNumber(node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isNumber(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return calculating.has(node.operator) && isNumber(node.operand);
  return (
    ts.isBinaryExpression(node) &&
    calculating.has(node.operatorToken.kind) &&
    isNumber(node.left) &&
    isNumber(node.right)
  );
}
