import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileSchema } from "../../contract/schemas/ajv";
import { readWritten } from "../../grade/judge-run";
import { makeOwnWords } from "../../grade/workshop/known-texts";
import { listWorkInText } from "../../intake/answered";
import type { Explanations } from "../../intake/explanations";
import { exportNotebook } from "../../intake/notebook/export-notebook";
import { readNotebook } from "../../intake/notebook/notebook";
import { planQuestions } from "../../judge/plan";
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
  const texts = exported.kind === "exported" ? exported.texts : [];
  expect(texts.length).toBeGreaterThanOrEqual(assignment.questions.length);
  expect(texts.flatMap(({ text }) => listWorkInText(text))).toEqual([]);
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

describe("what a student writes into a question's own cell explains the answer", () => {
  type CellOnDisk = { id: string; source: string[] | string; metadata: { ridgepoint?: unknown } };
  const own = ["**My explanation:**", "", "One row at a time, $x$ twice; `two`", "and *nothing* else."];

  /** The text cells' part of the export, once the cell of each question is changed. */
  async function fill(
    change: (lines: readonly string[], cell: CellOnDisk) => readonly string[],
    path?: "bare",
  ): Promise<string> {
    const notebook: { cells: CellOnDisk[] } = JSON.parse(await buildNotebook());
    for (const cell of notebook.cells.filter(({ id }) => id.endsWith("-question"))) {
      const changed = change([...cell.source].join("").split("\n"), cell);
      cell.source = changed.join("\n");
      if (path === "bare") cell.metadata = {};
    }
    const exported = exportNotebook("assignment.ipynb", JSON.stringify(notebook));
    const answers = exported.kind === "exported" ? exported.answers : exported.says.code;
    // Where the code of the answers stands.
    return answers.replace(/\n<!-- code: .* -->\n/g, "");
  }

  const expected = assignment.questions.map(({ id }) => `## ${id}\n\n${own.join("\n")}\n`).join("\n");

  test.each([
    ["below the statement", (lines: readonly string[]) => [...lines, "", ...own]],
    ["above the heading", (lines: readonly string[]) => [...own, "", ...lines]],
    [
      "below the heading",
      ([heading, ...lines]: readonly string[]) => [heading ?? "", "", ...own, "", ...lines],
    ],
    ["in place of the statement", () => own],
    [
      "with the ends of lines of Windows",
      (lines: readonly string[]) => [...lines, ...own].map((one) => `${one}\r`),
    ],
  ])("%s", async (_, change) => {
    expect((await fill(change)).replace(/\r/g, "")).toBe(expected);
  });

  test("and what was handed out explains nothing", async () => {
    expect(await fill((lines) => lines)).toBe("");
  });

  test("a program that drops what the cell says of itself loses nothing, and nobody is asked to read a statement", async () => {
    const { byQuestion, unassigned } = readAll(await fill((lines) => lines, "bare"));
    expect([[...byQuestion.keys()], unassigned]).toEqual([[], []]);
    const filled = readAll(await fill((lines) => [...lines, "", ...own], "bare"));
    for (const { id } of assignment.questions) expect(filled.byQuestion.get(id)).toContain(own.at(-1));
  });

  test.each([
    ["above the heading", (lines: readonly string[]) => [...own, "", "---", ...lines]],
    ["below the quoted statement", (lines: readonly string[]) => [...lines.map((one) => `> ${one}`), ...own]],
    [
      "below what is struck through",
      (lines: readonly string[]) => [...lines.map((one) => (one === "" ? one : `~~${one}~~`)), ...own],
    ],
    ["in place of the cell", () => own],
    ["in place of the cell, with a heading", () => ["# My solution", ...own]],
  ])("%s as well, where the cell says nothing of itself", async (_, change) => {
    const { byQuestion } = readAll(await fill(change, "bare"));
    expect([...byQuestion.keys()]).toEqual(assignment.questions.map(({ id }) => id));
    for (const text of byQuestion.values()) expect(text.split(own.at(-1) ?? "")).toHaveLength(2);
  });

  function readAll(answersMarkdown: string): Explanations {
    const plan = planQuestions(assignment.questions, "handed out");
    const rubric = { plan, copied: makeOwnWords(assignment.questions) };
    return readWritten(rubric, { answersMarkdown, sources: [], exported: undefined });
  }
});
