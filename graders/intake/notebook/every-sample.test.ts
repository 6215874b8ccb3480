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

const printer = ts.createPrinter({ removeComments: true });

/** The program alone, without comments, as TypeScript prints it. */
function print(source: string): string {
  return printer.printFile(ts.createSourceFile("submission.ts", source, ts.ScriptTarget.ES2022));
}

test("every sample, written into the cells of a notebook, is the program that it is in a file", () => {
  const changed = samples.filter((path) => {
    const source = readFileSync(join(folder, path), "utf8");
    const exported = exportNotebook("assignment.ipynb", writeCodeCells(cutIntoCells(source)));
    return exported.kind === "refused" || print(exported.submission) !== print(source);
  });
  expect(samples.length).toBeGreaterThan(400);
  expect(changed).toEqual([]);
}, 300_000);
