/** The reporter of a class: in its language and by its templates, which stay its own until others are asked for. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { openReporter, type PageStyle, type Reporter } from "../report/report";
import { openTranslator } from "../report/report-language";
import { findPages, keepPages } from "./kept-pages";
import type { PageRequest } from "./page-request";

export interface ReportedClass {
  readonly outFolder: string;
  /** Where `templates/` lies. */
  readonly root: string;
  readonly assignment: Assignment;
}

export interface ClassReporter {
  readonly reporter: Reporter;
  readonly style: PageStyle;
}

/** Keeps what is asked, once it can be opened. @throws as `openReporter`; UsageError for kept templates that are gone */
export async function openClassReporter(
  { outFolder, root, assignment }: ReportedClass,
  asked: PageRequest,
): Promise<ClassReporter> {
  const pages = await findPages(outFolder, asked);
  const { language, ownTemplates } = pages;
  if (asked.ownTemplates === undefined && ownTemplates !== undefined && !existsSync(ownTemplates))
    throw new UsageError(
      `${ownTemplates}: the class's own templates are no longer there; ` +
        `npm run report -- ${outFolder} --templates <dir> says where they are, --no-templates takes ours`,
    );
  const style = {
    ...(ownTemplates === undefined ? {} : { ownTemplates }),
    ...(asked.isRevealed === undefined ? {} : { isRevealed: asked.isRevealed }),
  };
  const translator = asked.translator ?? (language === undefined ? undefined : openTranslator(language));
  const reporter = await openReporter(join(root, "templates"), assignment, translator, style);
  await keepPages(outFolder, pages);
  return { reporter, style };
}
