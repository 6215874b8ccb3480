/** Every sentence that a report can say about any question, in English, with places for what is filled in. Pure. */
import { figureTemplates } from "./figure-templates";
import { englishLabels } from "./labels";
import { observationTemplates } from "./observation-templates";
import { failureTemplates, missingTemplates, reportTemplates } from "./report-templates";
import { listStrings } from "./translate-labels";

export function listReportSentences(): readonly string[] {
  const templates = [
    reportTemplates,
    missingTemplates,
    failureTemplates,
    observationTemplates,
    figureTemplates,
  ];
  return [...new Set([...templates, englishLabels].flatMap(listStrings))];
}
