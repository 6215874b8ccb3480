/** Reads the templates folder, and what an instructor puts in the place of its files: pages, partials, stylesheets, a script. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { GraderFault } from "../contract/faults";
import { describeError } from "../contract/thrown";
import type { TemplateSources } from "./handlebars";
import { ending, nothingOwn, readOwnTemplates, refuseInlined, stylesheets } from "./own-templates";

/** Pages that an instructor can replace. */
const pages = ["student.html", "student.md", "student.txt", "class.html", "class-anonymous.html"] as const;

export interface Templates extends TemplateSources {
  readonly stylesheet: string;
  /** What a page with figures needs besides. */
  readonly figureStylesheet: string;
  /** What the pages of a class add to it. */
  readonly classStylesheet: string;
  /** Of the class page; nobody can replace it. */
  readonly script: string;
}

/**
 * As {@link readTemplates}, with `report.css`, `figures.css`, `class.css` and `class.js`, which are inlined.
 *
 * @param ownFolder whose files take the place of those of the same name
 * @throws GraderFault naming the folder or file that cannot be read; UsageError naming an instructor's
 */
export async function loadTemplates(folder: string, ownFolder?: string): Promise<Templates> {
  const { templates, partials } = await readTemplates(folder);
  const own = ownFolder === undefined ? nothingOwn : await readOwnTemplates(ownFolder, pages);
  const [stylesheet, figureStylesheet, classStylesheet] = await Promise.all(
    stylesheets.map(async (name) => own.stylesheets[name] ?? (await readInlined(join(folder, name)))),
  );
  const script = await readInlined(join(folder, "class.js"));
  return {
    templates: { ...templates, ...own.templates },
    partials: { ...partials, ...own.partials },
    own: own.paths,
    stylesheet,
    figureStylesheet,
    classStylesheet,
    script,
  } as Templates;
}

/**
 * `<folder>/<name>.hbs` are pages, `<folder>/partials/<name>.hbs` their partials.
 *
 * @throws GraderFault naming the folder or file that cannot be read
 */
export function readTemplates(folder: string): Promise<TemplateSources> {
  return explainFailure(async () => ({
    templates: await readSources(folder),
    partials: await readSources(join(folder, "partials")),
  }));
}

async function readInlined(path: string): Promise<string> {
  const text = await explainFailure(() => readFile(path, "utf8"));
  const because = refuseInlined(text);
  if (because !== null) throw new GraderFault(`${basename(path)}: ${because}`);
  return text;
}

async function explainFailure<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new GraderFault(`templates: ${describeError(error)}`);
  }
}

async function readSources(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const sources = names.map(async (name) => [
    name.slice(0, -ending.length),
    await readFile(join(folder, name), "utf8"),
  ]);
  return Object.fromEntries(await Promise.all(sources));
}
