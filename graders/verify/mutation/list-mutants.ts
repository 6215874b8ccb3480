/** All mutants of a subject, in the order of its files and lines. */
import { ts } from "../../running/compile/compiler-api";
import { listDimensionChanges } from "./dimensions";
import type { Change, Mutant } from "./mutant";
import { listOperatorChanges } from "./operators";
import { findReachingExports, type Subject } from "./subject";

/** @param exports the exported functions that answer questions; code that none of them reaches is left alone */
export function listMutants(subject: Subject, exports: ReadonlySet<string>): readonly Mutant[] {
  const reaching = findReachingExports(subject);
  return [...subject.files]
    .filter(([path]) => subject.isMutated(path))
    .flatMap(([path, file]) =>
      file.statements.flatMap((statement) => {
        const reached = (reaching.get(statement) ?? []).filter((name) => exports.has(name));
        if (reached.length === 0) return [];
        return listChanges(statement, subject.checker).map((change) => describe(path, file, change, reached));
      }),
    );
}

function listChanges(statement: ts.Statement, checker: ts.TypeChecker): readonly Change[] {
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isGuard(node)) return;
    changes.push(...listOperatorChanges(node), ...listDimensionChanges(node, checker));
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return changes.filter((one, index) => changes.findIndex((other) => isSame(one, other)) === index);
}

/** Refusing malformed input, and saying so, is no formula: `if (…) throw …`. */
function isGuard(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return true;
  if (!ts.isIfStatement(node) || node.elseStatement !== undefined) return false;
  const { thenStatement } = node;
  const [only, ...others] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  return only !== undefined && ts.isThrowStatement(only) && others.length === 0;
}

function isSame(a: Change, b: Change): boolean {
  return a.start === b.start && a.end === b.end && a.after === b.after;
}

function describe(path: string, file: ts.SourceFile, change: Change, exports: readonly string[]): Mutant {
  const line = file.getLineAndCharacterOfPosition(change.start).line + 1;
  return { ...change, path, line, before: file.text.slice(change.start, change.end), exports };
}
