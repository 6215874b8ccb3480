/** Every sentence that a student may read, in English: what a language's table holds, no more and no less. */
import type { Assignment } from "../assignment";
import { readTemplates } from "../handout/templates";
import { takePublicHalf } from "../public/public-half";
import { readPublicSources } from "../public/read-sources";
import { listFeedbackSentences } from "./feedback-sentences";
import { listProgramSentences, listTextSentences } from "./public-sentences";
import { listReportSentences } from "./report-sentences";

/** In the order in which a translator meets them; each once. */
export async function listAllSentences(root: string, assignment: Assignment): Promise<readonly string[]> {
  const sources = await readPublicSources(root, assignment);
  const texts = { ...(await readTemplates(root)), ...sources };
  const publicHalf = takePublicHalf(assignment, sources);
  return [
    ...new Set([
      ...listProgramSentences(publicHalf),
      ...listTextSentences(publicHalf, texts),
      ...listReportSentences(),
      ...listFeedbackSentences(assignment),
    ]),
  ];
}
