/**
 * The types of a submission, checked by TypeScript itself. Sources are in memory; of this machine's files only
 * TypeScript's own libraries and Node's types can be seen.
 */
import { dirname } from "node:path";
import { compareText } from "../../contract/compare-text";
import { ts } from "../../running/compile/compiler-api";
import { isTakenInCells, leaveOutBroken } from "./notebook-types";
import { compilerSettings } from "./settings";

export interface CheckedSource {
  readonly path: string;
  readonly text: string;
}

/** A type error in the student's own lines. */
export interface TypeMistake {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line it is in, as the student wrote it. */
  readonly source: string;
}

export interface TypeFindings {
  /** In the order of files and lines, the first ones only. */
  readonly mistakes: readonly TypeMistake[];
  readonly total: number;
  /** How many there are in functions that were not asked about. */
  readonly elsewhere: number;
}

export interface TypeService {
  /** @param about names of functions, where only what lies in them is wanted; what lies in no function is left out, too */
  check(files: readonly CheckedSource[], about?: ReadonlySet<string>): TypeFindings;
}

/** A folder that exists nowhere: no file of this machine may be meant. */
const root = "/submission";
const mostMistakes = 20;
const longestSource = 160;

/**
 * Libraries are read once, so that a second look at changed sources is quick.
 *
 * @param language of the messages, where TypeScript speaks it
 */
export function createTypeService(language: string): TypeService {
  ts.validateLocaleAndSetLanguage(language, ts.sys);
  const options = readOptions();
  const libraries = new Map<string, ts.SourceFile | undefined>();
  let previous: ts.Program | undefined;
  return {
    check: (files, about) => {
      const sources = new Map(files.map(({ path, text }) => [`${root}/${path}`, leaveOutBroken(text)]));
      const host = createHost(options, sources, libraries, previous);
      const program = ts.createProgram([...sources.keys()], options, host, previous);
      previous = program;
      const all = ts.getPreEmitDiagnostics(program).filter(({ file, code }) => {
        const text = file === undefined ? undefined : sources.get(file.fileName);
        return text !== undefined && !isTakenInCells(code, text);
      });
      const wanted = about === undefined ? all : all.filter((one) => liesIn(one, about));
      const found = wanted
        .flatMap(describe)
        .sort((a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column);
      const elsewhere = all.length - wanted.length;
      return { mistakes: found.slice(0, mostMistakes), total: found.length, elsewhere };
    },
  };
}

function readOptions(): ts.CompilerOptions {
  const { options } = ts.convertCompilerOptionsFromJson(compilerSettings, root);
  return { ...options, typeRoots: [dirname(dirname(require.resolve("@types/node/package.json")))] };
}

function createHost(
  options: ts.CompilerOptions,
  sources: ReadonlyMap<string, string>,
  libraries: Map<string, ts.SourceFile | undefined>,
  previous: ts.Program | undefined,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const seen = [dirname(host.getDefaultLibFileName(options)), ...(options.typeRoots ?? [])].map(toSlashes);
  const isSeen = (path: string): boolean =>
    sources.has(path) ||
    seen.some((folder) => toSlashes(path).startsWith(folder)) ||
    /\/undici-types\//.test(path);
  return {
    ...host,
    // As tsc does: comments of the libraries say nothing about types.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
    getCurrentDirectory: () => root,
    fileExists: (path) => sources.has(path) || (isSeen(path) && host.fileExists(path)),
    readFile: (path) => sources.get(path) ?? (isSeen(path) ? host.readFile(path) : undefined),
    directoryExists: (path) => path.startsWith(root) || (host.directoryExists?.(path) ?? false),
    getSourceFile: (path, version) => {
      const text = sources.get(path);
      if (text !== undefined) return keepOrParse(path, text, version, previous);
      if (!libraries.has(path)) libraries.set(path, host.getSourceFile(path, version));
      return libraries.get(path);
    },
  };
}

/** The same object for the same text: that is how TypeScript knows what it need not look at again. */
function keepOrParse(
  path: string,
  text: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
  previous: ts.Program | undefined,
): ts.SourceFile {
  const known = previous?.getSourceFile(path);
  return known?.text === text ? known : ts.createSourceFile(path, text, version);
}

function toSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

/** Whether it lies in one of the functions, or in another variable of such a name, at the top of a file. */
function liesIn({ file, start = 0 }: ts.Diagnostic, names: ReadonlySet<string>): boolean {
  const around = file?.statements.find((one) => one.pos <= start && start < one.end);
  if (around === undefined) return false;
  if (ts.isFunctionDeclaration(around)) return around.name !== undefined && names.has(around.name.text);
  if (!ts.isVariableStatement(around)) return false;
  return around.declarationList.declarations.some((one) => names.has(one.name.getText()));
}

/** @param diagnostic in one of the student's files */
function describe({ file, start = 0, messageText }: ts.Diagnostic): readonly TypeMistake[] {
  if (file === undefined) return [];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const text = file.text.split(/\r?\n/)[line] ?? "";
  return [
    {
      path: file.fileName.slice(root.length + 1),
      line: line + 1,
      column: character + 1,
      message: ts.flattenDiagnosticMessageText(messageText, " "),
      source: text.slice(0, longestSource),
    },
  ];
}
