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
  /** How to measure the real model; Markdown. */
  readonly profiling: string;
  /** The script that measures it; Python. */
  readonly profiler: string;
  /** A workflow of GitHub Actions. */
  readonly workflow: string;
  /** What the workflow does, as an action that a course can use elsewhere. */
  readonly action: string;
  readonly stylesheet: string;
  /** JavaScript that even an old Node understands. */
  readonly start: string;
}

const names: Readonly<Record<keyof HandoutTemplates, string>> = {
  readme: "README.md",
  introduction: "assignment.md",
  instructions: "notebook.md",
  primer: "typescript.md",
  profiling: "profiling.md",
  profiler: "profile_model.py",
  workflow: "selfcheck.yml",
  action: "action.yml",
  stylesheet: "assignment.css",
  start: "start.js.txt",
};

export async function readHandoutTemplates(root: string): Promise<HandoutTemplates> {
  const read = (name: string): Promise<string> => readFile(join(root, "templates", "handout", name), "utf8");
  const texts = await Promise.all(
    Object.entries(names).map(async ([text, name]) => [text, await read(name)] as const),
  );
  return Object.fromEntries(texts) as unknown as HandoutTemplates;
}

/** How figures look, on reports and on the page of results. */
export async function readFigureStyle(root: string): Promise<string> {
  return readFile(join(root, "templates", "figures.css"), "utf8");
}
