/** Turns declarations of shared variables into assignments, in their own place. */
import { ts } from "../compiler-api";
import type { Edits } from "./edits";

/** @param list of a statement or of a loop's head */
export function assignInstead(list: ts.VariableDeclarationList, edits: Edits): void {
  const [first] = list.declarations;
  if (first === undefined) return;
  const { parent } = list;
  const isStatement = ts.isVariableStatement(parent);
  const isOver = ts.isForOfStatement(parent) || ts.isForInStatement(parent);
  // A bracket would go on with what stands above where no semicolon does.
  const semicolon = isStatement && isListed(parent) ? ";" : "";
  const bracket = isPattern(first) && !isOver ? "(" : "";
  edits.blank((isStatement ? parent : list).getStart(), first.getStart(), semicolon + bracket);
  list.declarations.forEach((one, at) => {
    if (isOver) blankType(one, edits);
    else assign(one, { edits, isFirst: at === 0, isVar: (list.flags & ts.NodeFlags.BlockScoped) === 0 });
  });
  if (isStatement && !parent.getText().endsWith(";")) edits.insert(parent.end, ";");
}

function isPattern({ name }: ts.VariableDeclaration): boolean {
  return !ts.isIdentifier(name);
}

/** In a list of statements, and not behind an `if`. */
function isListed({ parent }: ts.Node): boolean {
  return ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

interface Assigning {
  readonly edits: Edits;
  readonly isFirst: boolean;
  readonly isVar: boolean;
}

function assign(one: ts.VariableDeclaration, { edits, isFirst, isVar }: Assigning): void {
  const { name, initializer } = one;
  if (initializer === undefined) {
    // A `var` without a value leaves what is there; any number does, too.
    if (isVar) edits.blank(name.getStart(), one.end, "0");
    else {
      blankType(one, edits);
      edits.insert(one.end, "=void 0");
    }
    return;
  }
  if (isPattern(one) && !isFirst) edits.insert(name.getStart(), "(");
  blankType(one, edits);
  if (isPattern(one)) edits.insert(one.end, ")");
}

function blankType({ name, exclamationToken, type }: ts.VariableDeclaration, edits: Edits): void {
  const end = (type ?? exclamationToken)?.end;
  if (end !== undefined) edits.blank(name.end, end);
}
