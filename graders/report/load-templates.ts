/** Reads the templates folder: pages, partials, stylesheets and the class page's script. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { GraderFault } from "../contract/faults";
import type { TemplateSources } from "./handlebars";

const ending = ".hbs";

export interface Templates extends TemplateSources {
  readonly stylesheet: string;
  /** What the pages of a class add to it. */
  readonly classStylesheet: string;
  /** Of the class page. */
  readonly script: string;
}

/**
 * As {@link readTemplates}, with `report.css`, `class.css` and `class.js`, which are inlined.
 *
 * @throws GraderFault naming the folder or file that cannot be read
 */
export async function loadTemplates(folder: string): Promise<Templates> {
  const [stylesheet, classStylesheet, script] = await Promise.all(
    ["report.css", "class.css", "class.js"].map((name) => readInlined(join(folder, name))),
  );
  return { ...(await readTemplates(folder)), stylesheet, classStylesheet, script } as Templates;
}

async function readInlined(path: string): Promise<string> {
  const text = await explainFailure(() => readFile(path, "utf8"));
  if (/<\/(?:style|script)/i.test(text))
    throw new GraderFault(`${basename(path)}: must not close the element that it stands in`);
  return text;
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

async function explainFailure<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new GraderFault(`templates: ${error instanceof Error ? error.message : String(error)}`);
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
