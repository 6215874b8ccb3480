import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../graders/running/compile/compiler-api";
import { projectRoot } from "../graders/testing/project-root";

const sources = new Map(
  ["graders", "reference", "scripts"].flatMap((top) =>
    readdirSync(join(projectRoot, top), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)samples\//.test(path))
      .map((path) => [join(top, path), readFileSync(join(projectRoot, top, path), "utf8")] as const),
  ),
);
/** Nobody imports it, or it says what to do where nobody does. */
const isProgram = (path: string, text: string): boolean =>
  !path.endsWith(".test.ts") && (!/^export (?!\*)/m.test(text) || text.includes("require.main === module"));

const isOfTests = (path: string): boolean => /\.test\.ts$|^(graders|reference)\/testing\//.test(path);
/** Read by name, as a submission is. */
const isSubmission = (path: string): boolean => path === "graders/verify/reference-work.ts";

interface Named {
  /** How often each word stands in code and texts; comments name what they like. */
  readonly words: ReadonlyMap<string, number>;
  /** Functions, classes and constants that are exported where they are declared. */
  readonly exported: readonly string[];
}

function listNames(path: string, text: string): Named {
  const words = new Map<string, number>();
  const add = (word: string): unknown => words.set(word, (words.get(word) ?? 0) + 1);
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) add(node.text);
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      for (const word of node.text.match(/[\w$]+/g) ?? []) add(word);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { words, exported: file.statements.filter(isExported).flatMap(listDeclared) };
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function listDeclared(statement: ts.Statement): readonly string[] {
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name)
    : ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
      ? [statement.name]
      : [];
  return names.flatMap((name) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
}

/** What is declared and named nowhere else. */
function findUnused(files: ReadonlyMap<string, string>): readonly string[] {
  const named = [...files].map(([path, text]) => ({ path, ...listNames(path, text) }));
  const times = new Map<string, number>();
  for (const { words } of named)
    for (const [word, count] of words) times.set(word, (times.get(word) ?? 0) + count);
  return named
    .filter(({ path }) => !isSubmission(path))
    .flatMap(({ path, exported }) =>
      exported.filter((name) => (times.get(name) ?? 0) < 2).map((name) => `${path}: ${name}`),
    );
}

/** TypeScript names what is left over in a file, but takes it for granted that somebody wants what is exported. */
test("every function, class and constant that is exported is used by more than tests", () => {
  expect(findUnused(new Map([...sources].filter(([path]) => !isOfTests(path))))).toEqual([]);
});

test.each([
  ["a comment", "// a speaks of it"],
  ["a longer word", "export const ab = 1; ab;"],
])("%s is no use", (_, text) => {
  expect(findUnused(new Map(Object.entries({ "a.ts": "export const a = 1;", "b.ts": text })))).toEqual([
    "a.ts: a",
  ]);
});

test.each([
  ["an import", 'import { a } from "./a"; a();'],
  ["a written program", "const program = `import { a } from './a';`; program;"],
])("%s is one", (_, text) => {
  expect(findUnused(new Map(Object.entries({ "a.ts": "export function a() {}", "b.ts": text })))).toEqual([]);
});

test("every program of scripts/ is started by an npm script", () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const started = Object.values<string>(scripts).join("\n");
  const left = [...sources]
    .filter(([path, text]) => path.startsWith("scripts") && isProgram(path, text))
    .map(([path]) => path)
    .filter((path) => !started.includes(path));
  expect(left).toEqual([]);
});
