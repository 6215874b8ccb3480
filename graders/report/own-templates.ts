/** A folder of an instructor's own templates, whose files take the place of ours of the same name. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode } from "../contract/thrown";

export const ending = ".hbs";
export const stylesheets = ["report.css", "figures.css", "class.css"] as const;

export interface OwnTemplates {
  readonly templates: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
  readonly stylesheets: Readonly<Record<string, string>>;
  /** Their paths, by "template student.html" and "partial bar". */
  readonly paths: ReadonlyMap<string, string>;
}

export const nothingOwn: OwnTemplates = { templates: {}, partials: {}, stylesheets: {}, paths: new Map() };

/**
 * A partial of a new name may be added, since pages can call it; a page of a new name would be written by nobody.
 *
 * @param pages names of those that can be replaced ("student.html")
 * @throws UsageError naming the folder or file that cannot be read, has another name, or may not be inlined
 */
export async function readOwnTemplates(folder: string, pages: readonly string[]): Promise<OwnTemplates> {
  const partialFolder = join(folder, "partials");
  const names = (await listNames(folder)).filter((name) => name !== "partials");
  const partialNames = await listNames(partialFolder, { mayLack: true });
  const known = [...pages.map((name) => `${name}${ending}`), ...stylesheets];
  for (const name of names) if (!known.includes(name)) refuseName(join(folder, name), known);
  for (const name of partialNames)
    if (!name.endsWith(ending)) refuseName(join(partialFolder, name), [`<name>${ending}`]);
  const templates = await readFiles(
    folder,
    names.filter((name) => name.endsWith(ending)),
  );
  const partials = await readFiles(partialFolder, partialNames);
  const sheets = await readFiles(
    folder,
    names.filter((name) => !name.endsWith(ending)),
  );
  for (const [name, text] of Object.entries(sheets)) {
    const because = refuseInlined(text);
    if (because !== null) throw new UsageError(`${join(folder, name)}: ${because}`);
  }
  const paths = [
    ...Object.keys(templates).map((name) => [`template ${name}`, join(folder, `${name}${ending}`)] as const),
    ...Object.keys(partials).map(
      (name) => [`partial ${name}`, join(partialFolder, `${name}${ending}`)] as const,
    ),
  ];
  return { templates, partials, stylesheets: sheets, paths: new Map(paths) };
}

/** Null for what may stand in an element of a page. */
export function refuseInlined(text: string): string | null {
  return /<\/(?:style|script)/i.test(text) ? "must not close the element that it stands in" : null;
}

function refuseName(path: string, expected: readonly string[]): never {
  throw new UsageError(`--templates: ${path} has the name of no template; expected ${expected.join(", ")}`);
}

/** Without those that begin with a dot. */
async function listNames(folder: string, { mayLack = false } = {}): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  } catch (error) {
    if (mayLack && hasErrorCode(error, "ENOENT")) return [];
    throw new UsageError(`--templates: ${folder} cannot be read: ${describeError(error)}`);
  }
}

/** Texts by name, without the ending of a template. */
async function readFiles(
  folder: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const files = names.map(async (name) => {
    const path = join(folder, name);
    try {
      return [name.replace(/\.hbs$/, ""), await readFile(path, "utf8")] as const;
    } catch (error) {
      throw new UsageError(`--templates: ${path} cannot be read: ${describeError(error)}`);
    }
  });
  return Object.fromEntries(await Promise.all(files));
}
