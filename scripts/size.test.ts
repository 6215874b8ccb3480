import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../graders/running/compile/compiler-api";
import { projectRoot } from "../graders/testing/project-root";

const most = { linesOfFile: 250, linesOfFunction: 45, parameters: 4 };
const isSource = /^(?!.*\.test\.ts$).*\.ts$/;

function findTooLarge(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const found: string[] = [];
  const complain = (what: string): number => found.push(`${path}: ${what}`);
  const lines = text.split("\n").length - 1;
  if (lines > most.linesOfFile) complain(`${lines} lines`);
  const visit = (node: ts.Node): void => {
    if (ts.isExportDeclaration(node) && node.exportClause === undefined)
      complain("export * from another file");
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const name =
        node.name?.getText() ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "");
      const length = lineOf(node.end) - lineOf(node.getStart()) + 1;
      if (length > most.linesOfFunction) complain(`${name} has ${length} lines`);
      if (node.parameters.length > most.parameters)
        complain(`${name} takes ${node.parameters.length} parameters`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function listSources(): readonly string[] {
  return ["graders", "scripts", "reference"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => isSource.test(path)),
  );
}

describe("source files", () => {
  test(`have ${most.linesOfFile} lines at most, functions ${most.linesOfFunction} lines and ${most.parameters} parameters, and export nothing wholesale`, () => {
    const found = listSources().flatMap((path) =>
      findTooLarge(path, readFileSync(join(projectRoot, path), "utf8")),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ["a long file", "a.ts: 251 lines", "\n".repeat(251)],
    ["a long function", "a.ts: f has 47 lines", `function f() {${"\n".repeat(46)}}`],
    ["a long list of parameters", "a.ts: f takes 5 parameters", "const f = (a, b, c, d, e) => a;"],
    ["a barrel", "a.ts: export * from another file", 'export * from "./b";'],
  ])("would be found too large: %s", (_what, complaint, text) => {
    expect(findTooLarge("a.ts", text)).toEqual([complaint]);
  });
});
