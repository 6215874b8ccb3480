/** The texts of the student package that are not about a single question, from `templates/handout`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface HandoutTemplates {
  /** Markdown. */
  readonly readme: string;
  /** Markdown, before the first question. */
  readonly introduction: string;
  /** Markdown, in the notebook alone. */
  readonly instructions: string;
  /** TypeScript for people who know Python; Markdown. */
  readonly primer: string;
  /** A workflow of GitHub Actions. */
  readonly workflow: string;
  readonly stylesheet: string;
  /** JavaScript that even an old Node understands. */
  readonly start: string;
}

export async function readTemplates(root: string): Promise<HandoutTemplates> {
  const read = (name: string): Promise<string> => readFile(join(root, "templates", "handout", name), "utf8");
  const [readme, introduction, instructions, primer, workflow, stylesheet, start] = await Promise.all(
    [
      "README.md",
      "assignment.md",
      "notebook.md",
      "typescript.md",
      "selfcheck.yml",
      "assignment.css",
      "start.js.txt",
    ].map(read),
  );
  return {
    readme,
    introduction,
    instructions,
    primer,
    workflow,
    stylesheet,
    start,
  } as HandoutTemplates;
}

/** How figures look, on reports and on the page of results. */
export async function readFigureStyle(root: string): Promise<string> {
  return readFile(join(root, "templates", "figures.css"), "utf8");
}
