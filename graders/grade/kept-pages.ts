/** The language of a class's pages, and whose templates they are by: as was last asked for, until something else is. */
import { changeClassFile, readClassFile } from "../records/class-file";
import type { PageRequest } from "./page-request";

export interface KeptPages {
  /** Undefined where none was ever asked for. */
  readonly language: string | undefined;
  /** Undefined for ours. */
  readonly ownTemplates: string | undefined;
}

/** What is asked now goes before what was asked for. @throws UsageError when it cannot be read what was */
export async function findPages(
  outFolder: string,
  { translator, ownTemplates }: Pick<PageRequest, "translator" | "ownTemplates"> = {},
): Promise<KeptPages> {
  const { language, templates } = await readClassFile(outFolder);
  return {
    language: translator?.language ?? asText(language),
    ownTemplates: ownTemplates === undefined ? asText(templates) : (ownTemplates ?? undefined),
  };
}

export async function keepPages(outFolder: string, { language, ownTemplates }: KeptPages): Promise<void> {
  const kept = await findPages(outFolder);
  if (kept.language === language && kept.ownTemplates === ownTemplates) return;
  await changeClassFile(outFolder, { language, templates: ownTemplates });
}

const asText = (kept: unknown): string | undefined => (typeof kept === "string" ? kept : undefined);
