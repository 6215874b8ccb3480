/** For tests: the sample with full marks as the cells of a notebook, a statement in each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeNotebook } from "../intake/notebook/notebook";
import { ts } from "../running/compile/compiler-api";
import { projectRoot } from "./project-root";

/** A cell for every statement, with the comments above it. */
export function cutIntoCells(source: string): readonly string[] {
  const { statements } = ts.createSourceFile("sample.ts", source, ts.ScriptTarget.ES2022, true);
  return statements.map((one) => one.getFullText());
}

/** Without the lines that tie the sample's files together. */
export function readAnswerCells(): readonly string[] {
  const ties = /^(?:import [^;]*from "\.\/[^"]+"|export \{[^}]*\});\n/gm;
  return ["memory.ts", "submission.ts"].flatMap((name) => {
    const text = readFileSync(join(projectRoot, "submissions", "sample-full-marks", name), "utf8");
    return cutIntoCells(text.replace(ties, ""));
  });
}

export function writeCodeCells(cells: readonly string[]): string {
  return writeNotebook(cells.map((source, at) => ({ id: `c${at}`, kind: "code", source })));
}
