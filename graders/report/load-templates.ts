/** Reads the templates folder: pages, partials and the one stylesheet. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault } from "../contract/faults";
import type { TemplateSources } from "./handlebars";

const ending = ".hbs";

export interface Templates extends TemplateSources {
  readonly stylesheet: string;
  /** What a page with figures needs besides. */
  readonly figureStylesheet: string;
}

/**
 * As {@link readTemplates}, with `<folder>/report.css` and `<folder>/figures.css`, which are inlined.
 *
 * @throws GraderFault naming the folder or file that cannot be read
 */
export async function loadTemplates(folder: string): Promise<Templates> {
  const stylesheet = await readStylesheet(folder, "report.css");
  const figureStylesheet = await readStylesheet(folder, "figures.css");
  return { ...(await readTemplates(folder)), stylesheet, figureStylesheet };
}

async function readStylesheet(folder: string, name: string): Promise<string> {
  const stylesheet = await explainFailure(() => readFile(join(folder, name), "utf8"));
  if (/<\/style/i.test(stylesheet)) throw new GraderFault(`${name}: must not close its style element`);
  return stylesheet;
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
