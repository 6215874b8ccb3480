import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../../running/compile/compiler-api";
import { cutIntoCells, writeCodeCells } from "../../testing/answer-cells";
import { projectRoot } from "../../testing/project-root";
import { exportNotebook } from "./export-notebook";

const folder = join(projectRoot, "graders", "questions");
const samples = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
  /[\\/]samples[\\/].*\.ts$/.test(path),
);

/** Without comments and types: what runs, and is marked. */
function compile(source: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    removeComments: true,
  };
  return ts.transpileModule(source, { compilerOptions }).outputText.replace(/\n+/g, "\n");
}

test("every sample, written into the cells of a notebook, is the program that it is in a file", () => {
  const changed = samples.filter((path) => {
    const source = readFileSync(join(folder, path), "utf8");
    const exported = exportNotebook("assignment.ipynb", writeCodeCells(cutIntoCells(source)));
    return exported.kind === "refused" || compile(exported.submission) !== compile(source);
  });
  expect(samples.length).toBeGreaterThan(400);
  expect(changed).toEqual([]);
}, 300_000);
