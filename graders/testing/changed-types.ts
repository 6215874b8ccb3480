/**
 * For tests: what TypeScript finds wrong with a copy of the project in which some folders went and others came. All
 * else is as in the project, whose types `npm run check` looks at: of that, only imports can break.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../running/compile/compiler-api";

/** @param added folders of new files, each looked at in full */
export function findTypeErrors(root: string, added: readonly string[]): readonly string[] {
  const { options } = ts.convertCompilerOptionsFromJson(
    ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config.compilerOptions,
    root,
  );
  const sources = ["reference", "graders", "scripts"].flatMap((folder) => listSources(join(root, folder)));
  const lost = sources.flatMap((path) => findLostImports(path, options));
  const fresh = added.flatMap((folder) => listSources(join(root, folder)).filter((path) => !isSample(path)));
  const program = ts.createProgram(fresh, options);
  const wrong = fresh.flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)));
  return [...lost, ...wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
}

const listSources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));

/** Written as students write, and left out by tsconfig.json. */
const isSample = (path: string): boolean => /[\\/]samples[\\/]/.test(path);

/** Imports of the project's own files that lead nowhere. */
function findLostImports(path: string, options: ts.CompilerOptions): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .filter((name) => ts.resolveModuleName(name, path, options, ts.sys).resolvedModule === undefined)
    .map((name) => `${path}: nothing is at ${name}`);
}
