/**
 * Which names of a notebook have to be one variable for all of its cells: those that several cells declare, of which a
 * kernel lets the last one win, and those of statements that may stop, which are shut off from the rest. Pure.
 */
import { ts } from "../compiler-api";
import { type Declaration, listDeclarations } from "./declared";
import { isHarmless } from "./harmless";
import type { ReadCell } from "./read-cell";

export interface Sharing {
  readonly shared: ReadonlySet<string>;
  /** Of the shared ones: the number of the cell whose function they are from the start. */
  readonly first: ReadonlyMap<string, number>;
  /** Parts of imports that say again what an earlier cell's says. */
  readonly repeated: ReadonlySet<ts.Node>;
}

interface Placed extends Declaration {
  readonly cell: number;
  /** It stands in what may stop, and would be seen nowhere else. */
  readonly isShutOff: boolean;
}

export function shareNames(cells: readonly ReadCell[]): Sharing {
  const placed = cells.flatMap(({ number, file }) =>
    file.statements.flatMap((statement) => {
      const mayStop = !isHarmless(statement);
      return listDeclarations(statement).map((one): Placed => {
        const isShutOff = mayStop && (one.kind === "variable" || one.kind === "class");
        return { ...one, cell: number, isShutOff };
      });
    }),
  );
  const shared = new Set<string>();
  const first = new Map<string, number>();
  const repeated = new Set<ts.Node>();
  for (const [name, of] of groupByName(placed)) {
    if (saysTheSame(of)) for (const { node } of of.slice(1)) repeated.add(node);
    else if (of.some((one) => one.isShutOff) || meanSeveral(of)) shared.add(name);
    const [earliest] = of;
    if (earliest?.kind === "function") first.set(name, earliest.cell);
  }
  addCompanions(shared, placed);
  return { shared, first, repeated };
}

function groupByName(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed)
    for (const name of one.names) {
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push(one);
    }
  return groups;
}

/** More than one cell, or more than one kind of thing; any number of `var` are one variable anyway. */
function meanSeveral(of: readonly Placed[]): boolean {
  if (of.every(({ kind }) => kind === "var")) return false;
  return new Set(of.map(({ cell, kind }) => `${cell} ${kind}`)).size > 1;
}

/** Imports of the same thing from the same place. */
function saysTheSame(of: readonly Placed[]): boolean {
  const [earliest] = of;
  if (earliest === undefined || of.length === 1) return false;
  return of.every((one) => one.kind === "import" && nameImported(one.node) === nameImported(earliest.node));
}

function nameImported(node: ts.Node): string {
  const around = ts.findAncestor(node, ts.isImportDeclaration);
  const from = around?.moduleSpecifier.getText() ?? "";
  if (ts.isNamespaceImport(node)) return `* ${from}`;
  return ts.isImportSpecifier(node)
    ? `{${(node.propertyName ?? node.name).text}} ${from}`
    : `default ${from}`;
}

/** What one list of variables declares is shared as a whole: `const { macs, flops } = …`. */
function addCompanions(shared: Set<string>, placed: readonly Placed[]): void {
  const lists = placed.filter(({ names }) => names.length > 1);
  for (let before = -1; before !== shared.size; ) {
    before = shared.size;
    for (const { names } of lists)
      if (names.some((name) => shared.has(name))) for (const name of names) shared.add(name);
  }
}
