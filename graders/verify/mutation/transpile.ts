/** TypeScript made runnable for mutation: types erased, every turn of a loop counted. */
import { ts } from "../../typescript/compiler-api";

/** What loops call on every turn. */
export const loopName = "__goRound";

type Transform = ts.TransformerFactory<ts.SourceFile>;

/** @param transforms more changes to the syntax, made first */
export function transpile(text: string, transforms: readonly Transform[] = []): string {
  const { ModuleKind, ScriptTarget } = ts;
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  const transformers = { before: [...transforms, limitLoops] };
  return ts.transpileModule(text, { compilerOptions, transformers }).outputText;
}

/** Visits all nodes of a file, children first. */
export function transformNodes(change: (node: ts.Node, factory: ts.NodeFactory) => ts.Node): Transform {
  return (context) => (file) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isTypeNode(node)) return node;
      const changed = change(ts.visitEachChild(node, visit, context), context.factory);
      return changed;
    };
    return ts.visitEachChild(file, visit, context);
  };
}

const limitLoops = transformNodes((node, factory) => {
  if (!ts.isIterationStatement(node, false)) return node;
  const turn = factory.createExpressionStatement(makeCall(factory, loopName, []));
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
});

export function makeCall(
  factory: ts.NodeFactory,
  name: string,
  args: readonly ts.Expression[],
): ts.CallExpression {
  return factory.createCallExpression(factory.createIdentifier(name), undefined, [...args]);
}
