/** A language by its name, and a reporter in it: a translator can neither travel to another thread nor be kept, its tag can. */
import type { Assignment } from "../contract/assignment";
import type { Translator } from "../contract/translator";
import { chooseLanguage, readLanguages } from "../wording/languages";
import { openReporter, type PageStyle, type Reporter } from "./report";

/** @throws UsageError when there is no such language */
export function openTranslator(language: string): Translator {
  return chooseLanguage(language, readLanguages());
}

/** @throws GraderFault as `openReporter`; UsageError when there is no such language */
export function openReporterIn(
  language: string,
  templatesFolder: string,
  assignment: Assignment,
  style: PageStyle,
): Promise<Reporter> {
  return openReporter(templatesFolder, assignment, openTranslator(language), style);
}
