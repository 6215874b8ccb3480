/**
 * Reads the signatures that a statement states in backquotes (`padding(layer: ConvLayer): number`), so that the
 * statement is the one place where a function's contract stands.
 */
import { GraderFault } from "../../contract/faults";
import { ts } from "../../running/compile/compiler-api";
import type { Form } from "./form";
import type { Signature } from "./public-assignment";

/** Fields of the interfaces that signatures may name. */
export type NamedTypes = ReadonlyMap<string, ts.InterfaceDeclaration>;

/** A span that looks like a call; its parameters are typed, or it is some other code. */
const codeSpan = /`([A-Za-z_$][\w$]*)\(([^`]*)\)(?::\s*([^`]+))?`/g;

/** Interfaces declared by a source text, by name. */
export function readInterfaces(source: string): NamedTypes {
  return new Map(
    parse(source)
      .statements.filter(ts.isInterfaceDeclaration)
      .map((one) => [one.name.text, one]),
  );
}

/**
 * The signatures of the given exports, in that order.
 *
 * @param named interfaces that return types may name
 * @throws GraderFault unless the statement states each of them exactly once
 */
export function readSignatures(
  statement: string,
  exports: readonly string[],
  named: NamedTypes,
): readonly Signature[] {
  const spans = [...statement.matchAll(codeSpan)].map(([, name, parameters, returns]) => ({
    name: name as string,
    parameters: unwrap(parameters ?? ""),
    returns: unwrap(returns ?? "object"),
  }));
  return exports.map((name) => {
    const found = spans.filter((span) => span.name === name && span.parameters.includes(":"));
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new GraderFault(`statement: expected \`${name}(…): …\` once, found it ${found.length} times`);
    }
    return { ...only, form: readForm(only.returns, named) };
  });
}

/** Statements are wrapped wherever a line ends. */
function unwrap(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** @throws GraderFault for a type that this grammar of answers does not know */
export function readForm(type: string, named: NamedTypes): Form {
  const [statement] = parse(`type Answer = ${type};`).statements;
  if (statement === undefined || !ts.isTypeAliasDeclaration(statement)) {
    throw new GraderFault(`statement: expected a type, got "${type}"`);
  }
  return toForm(statement.type, named);
}

function toForm(node: ts.TypeNode, named: NamedTypes): Form {
  if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) return toForm(node.type, named);
  if (ts.isArrayTypeNode(node)) return { kind: "list", of: toForm(node.elementType, named) };
  if (ts.isTypeLiteralNode(node)) return toObject(node.members, named);
  if (ts.isUnionTypeNode(node)) return toUnion(node.types, named);
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return { kind: "text" };
  if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: "number" };
  if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: "text" };
  if (node.kind === ts.SyntaxKind.ObjectKeyword) return { kind: "object", fields: {} };
  const declared = ts.isTypeReferenceNode(node) ? named.get(node.typeName.getText()) : undefined;
  if (declared !== undefined) return toObject(declared.members, named);
  throw new GraderFault(`statement: "${node.getText()}" is no type that an answer can have`);
}

function toObject(members: ts.NodeArray<ts.TypeElement>, named: NamedTypes): Form {
  const fields = members
    .filter(ts.isPropertySignature)
    .flatMap(({ name, type }) =>
      type === undefined ? [] : [[name.getText(), toForm(type, named)] as const],
    );
  return { kind: "object", fields: Object.fromEntries(fields) };
}

/** Literals of one kind, with or without null. */
function toUnion(types: readonly ts.TypeNode[], named: NamedTypes): Form {
  const [first, ...others] = types.filter((one) => !isNull(one)).map((one) => toForm(one, named));
  if (first === undefined || others.some((one) => one.kind !== first.kind)) {
    throw new GraderFault("statement: a union of an answer's type may hold one kind of value, and null");
  }
  return types.some(isNull) ? { kind: "nullable", of: first } : first;
}

function isNull(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile("statement.ts", source, ts.ScriptTarget.ES2022, true);
}
