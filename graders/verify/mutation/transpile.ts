/** TypeScript made runnable for mutation: types erased, every turn of a loop and every call counted. */
import { ts } from "../../running/compile/compiler-api";

/** What loops call on every turn, and functions when they are called. */
export const turnName = "__takeTurn";

type Transform = ts.TransformerFactory<ts.SourceFile>;

/** @param transforms more changes to the syntax, made first */
export function transpile(text: string, transforms: readonly Transform[] = []): string {
  const { ModuleKind, ScriptTarget } = ts;
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  const transformers = { before: [...transforms, countTurns] };
  return ts.transpileModule(text, { compilerOptions, transformers }).outputText;
}

/** Counts turns of loops, and calls: work that a mutant lets grow without end shows in one or the other. */
const countTurns: Transform = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isTypeNode(node)) return node;
    return countTurn(ts.visitEachChild(node, visit, context), context.factory);
  };
  return ts.visitEachChild(file, visit, context);
};

function countTurn(node: ts.Node, factory: ts.NodeFactory): ts.Node {
  const turn = factory.createExpressionStatement(makeCall(factory, turnName, []));
  if (ts.isArrowFunction(node)) {
    const body = ts.isBlock(node.body)
      ? factory.createBlock([turn, node.body], true)
      : factory.createParenthesizedExpression(factory.createComma(turn.expression, node.body));
    const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken } = node;
    return factory.updateArrowFunction(
      node,
      modifiers,
      typeParameters,
      parameters,
      type,
      equalsGreaterThanToken,
      body,
    );
  }
  if (ts.isFunctionDeclaration(node) && node.body !== undefined) {
    const body = factory.createBlock([turn, ...node.body.statements], true);
    const { modifiers, asteriskToken, name, typeParameters, parameters, type } = node;
    return factory.updateFunctionDeclaration(
      node,
      modifiers,
      asteriskToken,
      name,
      typeParameters,
      parameters,
      type,
      body,
    );
  }
  return countLoop(node, factory, turn);
}

function countLoop(node: ts.Node, factory: ts.NodeFactory, turn: ts.Statement): ts.Node {
  if (!ts.isIterationStatement(node, false)) return node;
  const body = factory.createBlock([turn, node.statement], true);
  if (ts.isForStatement(node)) {
    return factory.updateForStatement(node, node.initializer, node.condition, node.incrementor, body);
  }
  if (ts.isForOfStatement(node)) {
    return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, body);
  }
  if (ts.isForInStatement(node)) {
    return factory.updateForInStatement(node, node.initializer, node.expression, body);
  }
  if (ts.isWhileStatement(node)) return factory.updateWhileStatement(node, node.expression, body);
  return ts.isDoStatement(node) ? factory.updateDoStatement(node, body, node.expression) : node;
}

export function makeCall(
  factory: ts.NodeFactory,
  name: string,
  args: readonly ts.Expression[],
): ts.CallExpression {
  return factory.createCallExpression(factory.createIdentifier(name), undefined, [...args]);
}
