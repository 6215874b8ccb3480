/** Source that is mutated: its files, their types, and which exported functions each declaration can reach. */
import { dirname, join, relative } from "node:path";
import { GraderFault } from "../../contract/faults";
import { ts } from "../../running/compile/compiler-api";

export interface Subject {
  /** For reports: "sample-full-marks", "reference". */
  readonly name: string;
  /** Absolute path of the module whose exports answer. */
  readonly entry: string;
  /** Files that are loaded together, by path relative to the root: the entry and what it imports. */
  readonly files: ReadonlyMap<string, ts.SourceFile>;
  readonly root: string;
  readonly checker: ts.TypeChecker;
  /** Files that are mutated; others are only loaded. */
  isMutated(path: string): boolean;
}

const settings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  // Node's own types are long to read, and what comes from Node is no dimension of a formula.
  types: [],
};

/**
 * @param root folder that paths are relative to
 * @param isMutated by path relative to the root
 */
export function openSubject(
  name: string,
  root: string,
  entry: string,
  isMutated: (path: string) => boolean = () => true,
): Subject {
  const program = ts.createProgram([entry], settings);
  const sources = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes("/node_modules/"));
  const files = new Map(sources.map((file) => [toPath(root, file.fileName), file]));
  return { name, entry, files, root, checker: program.getTypeChecker(), isMutated };
}

export function toPath(root: string, fileName: string): string {
  return relative(root, fileName).replaceAll("\\", "/");
}

/** The path of a relatively imported module, if it belongs to the subject. */
export function resolveImport(
  paths: ReadonlySet<string>,
  from: string,
  specifier: string,
): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const target = join(dirname(from), specifier).replaceAll("\\", "/");
  return [`${target}.ts`, `${target}/index.ts`].find((path) => paths.has(path));
}

/** For every top-level statement of the subject: the exports of the entry whose code can come to it. */
export function findReachingExports(subject: Subject): ReadonlyMap<ts.Statement, readonly string[]> {
  const { checker, files } = subject;
  const entry = files.get(toPath(subject.root, subject.entry));
  const module = entry && checker.getSymbolAtLocation(entry);
  if (module === undefined) throw new GraderFault(`${subject.entry}: expected a module with exports`);
  const reaching = new Map<ts.Statement, string[]>();
  for (const exported of checker.getExportsOfModule(module)) {
    for (const statement of follow(subject, findStatements(subject, resolveAlias(checker, exported)))) {
      reaching.set(statement, [...(reaching.get(statement) ?? []), exported.name]);
    }
  }
  return reaching;
}

/** Everything that can be reached from some statements, themselves included. */
function follow(subject: Subject, from: readonly ts.Statement[]): ReadonlySet<ts.Statement> {
  const seen = new Set<ts.Statement>();
  const open = [...from];
  for (let statement = open.pop(); statement !== undefined; statement = open.pop()) {
    if (seen.has(statement)) continue;
    seen.add(statement);
    open.push(...listMentioned(subject, statement));
  }
  return seen;
}

function listMentioned(subject: Subject, statement: ts.Statement): readonly ts.Statement[] {
  const found = new Set<ts.Statement>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? subject.checker.getShorthandAssignmentValueSymbol(node.parent)
        : subject.checker.getSymbolAtLocation(node);
      if (symbol !== undefined) {
        for (const one of findStatements(subject, resolveAlias(subject.checker, symbol))) found.add(one);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return [...found];
}

function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The top-level statements of the subject's own files that declare a symbol. */
function findStatements({ files }: Subject, symbol: ts.Symbol): readonly ts.Statement[] {
  const own = new Set(files.values());
  return (symbol.declarations ?? []).flatMap((declaration) => {
    let node: ts.Node = declaration;
    while (node.parent !== undefined && !ts.isSourceFile(node.parent)) node = node.parent;
    return node.parent !== undefined && own.has(node.parent as ts.SourceFile) ? [node as ts.Statement] : [];
  });
}
