/** Opens a reporter by the name of its language: a translator cannot travel to another thread, its tag can. */
import type { Assignment } from "../contract/assignment";
import { chooseLanguage, readLanguages } from "../wording/languages";
import { openReporter, type PageStyle, type Reporter } from "./report";

/** @throws GraderFault as `openReporter`; UsageError when there is no such language */
export function openReporterIn(
  language: string,
  templatesFolder: string,
  assignment: Assignment,
  style: PageStyle,
): Promise<Reporter> {
  return openReporter(templatesFolder, assignment, chooseLanguage(language, readLanguages()), style);
}
