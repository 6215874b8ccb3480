import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileSchema } from "../../contract/schemas/ajv";
import { exportNotebook } from "../../intake/notebook/export-notebook";
import { readNotebook } from "../../intake/notebook/notebook";
import { assignment } from "../../questions/efficient-deep-learning";
import { gradeFolder } from "../../testing/grade-folder";
import schema from "../../testing/nbformat.schema.json";
import { projectRoot } from "../../testing/project-root";
import { makeTemporaryFolder } from "../../testing/temporary-folder";
import { english } from "../../wording/translator";
import { takePublicHalf } from "../public/public-half";
import { readPublicSources } from "../public/read-sources";
import { writeHandoutNotebook } from "./handout-notebook";

const sample = join(projectRoot, "submissions", "sample-full-marks");

async function buildNotebook(): Promise<string> {
  const sources = await readPublicSources(projectRoot, assignment);
  const texts = { introduction: "", instructions: "Run it.", statements: sources.statements };
  return writeHandoutNotebook(takePublicHalf(assignment, sources), texts, sources.types, english);
}

/** The sample's answers in pieces, without the imports that tie its files together. */
async function readAnswers(): Promise<readonly string[]> {
  const files = await Promise.all(
    ["memory.ts", "submission.ts"].map((name) => readFile(join(sample, name), "utf8")),
  );
  // What is about a file is nothing in a notebook.
  const header = /^\/\*\*[^*]*\*\/\n(?=import )/;
  const ties = /^(import [^;]*from "\.\/[^"]+"|export \{[^}]*\}|export const name = [^;]*);\n/gm;
  return files.flatMap((file) =>
    file
      .replace(header, "")
      .replace(ties, "")
      .split(/\n\n(?=\/\/ Task|\/\*\*|export )/),
  );
}

test("the notebook fits Jupyter's format, and exports a stub for every function", async () => {
  const written = await buildNotebook();
  const { cells } = compileSchema<{ cells: readonly { id: string }[] }>(schema).check(
    JSON.parse(written),
    "notebook",
  );
  expect(new Set(cells.map((cell) => cell.id)).size).toBe(cells.length);
  const exported = exportNotebook("assignment.ipynb", written);
  const stubs = exported.kind === "exported" ? exported.submission.match(/^export function /gm) : [];
  expect(stubs?.length).toBeGreaterThanOrEqual(assignment.questions.length);
});

test("answers written in its cells are graded as the same answers in a folder", async () => {
  const notebook = JSON.parse(await buildNotebook());
  const answers = await readAnswers();
  const codeCells = notebook.cells.filter((cell: { id: string }) => cell.id.endsWith("-answer"));
  const share = Math.ceil(answers.length / codeCells.length);
  codeCells.forEach((cell: { source: unknown }, index: number) => {
    cell.source = answers.slice(index * share, (index + 1) * share).join("\n\n");
  });
  expect(readNotebook(JSON.stringify(notebook))?.cells.length).toBe(notebook.cells.length);
  const exported = exportNotebook("assignment.ipynb", JSON.stringify(notebook));
  if (exported.kind === "refused") throw new Error(exported.says.code);
  const folder = await makeTemporaryFolder();
  try {
    await cp(sample, join(folder.path, "class", "from-folder"), { recursive: true });
    await mkdir(join(folder.path, "class", "from-notebook"));
    await writeFile(join(folder.path, "class", "from-notebook", "submission.ts"), exported.submission);
    const { records } = await gradeFolder(join(folder.path, "class"), join(folder.path, "out"));
    const [fromFolder, fromNotebook] = records;
    expect(fromNotebook?.score).toMatchObject({ points: "22", bonus: "2" });
    expect(fromNotebook?.questions).toEqual(fromFolder?.questions);
  } finally {
    await folder.remove();
  }
}, 300_000);
